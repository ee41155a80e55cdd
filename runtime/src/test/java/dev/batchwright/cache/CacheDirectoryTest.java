package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CacheException;
import dev.batchwright.Durability;
import dev.batchwright.shard.ShardFormats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheDirectoryTest {

    @TempDir
    Path root;

    @Test
    void removesWhatAKilledRunLeftBesideTheFoldersOfSteps() throws Exception {
        for (String name : List.of("manifest.json", "report.json", "disk.json", "disk")) {
            Files.writeString(root.resolve(name + ".tmp-" + UUID.randomUUID()), "unfinished");
        }
        Files.writeString(root.resolve("disk.tmp-of-mine"), "of somebody else");

        CacheDirectory.openForWriting(root, "p", Durability.PROCESS, new LocalCacheFiles(), ShardFormats.load(), false)
                .close();

        assertThat(root).isDirectoryNotContaining("regex:.*tmp-[0-9a-f-]{36}");
        assertThat(root.resolve("disk.tmp-of-mine")).exists();
    }

    @Test
    void removesRowsThatWereMovedToDiskAndNothingElseThere() throws Exception {
        Path spill = Files.createDirectory(root.resolve("spill"));
        Files.writeString(spill.resolve("count-words-17.object"), "rows of a killed run");
        Path output = Files.createDirectory(spill.resolve("0123456789ab")); // of a step that was called so

        CacheDirectory.openForWriting(root, "p", Durability.PROCESS, new LocalCacheFiles(), ShardFormats.load(), false)
                .close();

        assertThat(spill.resolve("count-words-17.object")).doesNotExist();
        assertThat(output).exists();
    }

    @Test
    void removesNothingFromTheCacheOfAnotherPipeline() throws Exception {
        Path temporary = root.resolve("report.json.tmp-" + UUID.randomUUID());
        Files.writeString(temporary, "unfinished");
        new CacheJson(new LocalCacheFiles()).replace(root.resolve("manifest.json"), Manifest.empty("q"));

        assertThatThrownBy(() -> CacheDirectory.openForWriting(
                        root, "p", Durability.PROCESS, new LocalCacheFiles(), ShardFormats.load(), false))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("belongs to pipeline q");
        assertThat(temporary).exists();
    }
}
