package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsCheckTest {

    @TempDir
    Path root;

    private StepStore storeWith(String part) throws IOException {
        Path folder = Files.createDirectories(root.resolve("step/0123456789ab"));
        Files.writeString(folder.resolve(part), "bytes");
        StepStore store = new StepStore(root, "step", "0123456789abcdef", new LocalCacheFiles(), ShardFormats.load());
        store.list();
        return store;
    }

    @Test
    void removesWhatCannotBeRead() throws IOException {
        StepStore store = storeWith("00003.000.msgpack");

        assertThat(PartsCheck.removeDamaged(store, 3, null))
                .singleElement()
                .asString()
                .contains("step/0123456789ab/00003.000.msgpack");
        assertThat(root.resolve("step/0123456789ab")).isEmptyDirectory();
    }

    @Test
    void leavesPartsAloneWhoseFormatIsNotThere() throws IOException {
        StepStore store = storeWith("00003.000.elsewhere");

        assertThatThrownBy(() -> PartsCheck.removeDamaged(store, 3, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere");
        assertThat(root.resolve("step/0123456789ab/00003.000.elsewhere")).hasContent("bytes");
    }
}
