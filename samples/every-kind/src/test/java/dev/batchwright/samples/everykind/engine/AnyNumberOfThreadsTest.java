package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.batchwright.RunReport;
import dev.batchwright.SpillReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyNumberOfThreadsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void makesTheSamePartsByteForByte(int threads) throws IOException {
        Path alone = folder.resolve("alone");
        Path together = folder.resolve("together");
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0)
                .run(Shop.options(alone).threads(1));
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0)
                .run(Shop.options(together).threads(threads));

        Map<String, String> parts = CacheContents.parts(alone);
        assertThat(parts).hasSizeGreaterThan(60);
        assertThat(CacheContents.parts(together)).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void makesTheSamePartsWhereRowsAreMovedToDisk(int threads) throws IOException {
        Path roomy = folder.resolve("roomy");
        Path cramped = folder.resolve("cramped");
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0).run(Shop.options(roomy));
        Files.createDirectories(cramped.resolve("spill"));
        Files.writeString(cramped.resolve("spill/count-words-3.object"), "rows");

        RunReport report = Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0)
                .run(Shop.options(cramped).threads(threads).memory("10KiB"));

        assertThat(report.step("count-words").bytesSpilled()).isPositive();
        assertThat(report.toString())
                .contains("count-words has moved")
                .contains("to disk for which memory had no room");
        assertThat(CacheContents.parts(cramped)).isEqualTo(CacheContents.parts(roomy));
        assertThat(cramped.resolve("spill")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd"})
    void compressesRowsThatAreMovedToDiskAsItIsTold(String setting) throws IOException {
        Path roomy = folder.resolve("roomy");
        Path cramped = folder.resolve("cramped");
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0).run(Shop.options(roomy));

        RunReport report = Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0)
                .run(Shop.options(cramped).threads(1).memory("10KiB").spillCompression(setting));

        SpillReport spills = report.step("count-words").spills();
        assertThat(spills.filesByCompression()).containsOnlyKeys(setting);
        assertThat(spills.passes()).isPositive();
        assertThat(spills.why()).isEqualTo("given in the options");
        assertThat(report.toString()).contains(spills.toString());
        assertThat(Files.readString(cramped.resolve("report.json")))
                .contains("\"spilledFiles\" : " + spills.files())
                .contains("\"spillReason\" : \"given in the options\"");
        assertThat(CacheContents.parts(cramped)).isEqualTo(CacheContents.parts(roomy));
    }

    @Test
    void refusesToCompressRowsOnDiskOtherwise() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shop.options(folder).spillCompression("gzip"))
                .withMessage("spillCompression must be one of auto, none, lz4, zstd but is 'gzip'");
    }

    @Test
    void makesTheSameRowsWhereTheClockClosesParts() throws IOException {
        Path calm = folder.resolve("calm");
        Path hasty = folder.resolve("hasty");
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0).run(Shop.options(calm));
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0)
                .run(Shop.options(hasty).checkpointInterval(Duration.ofMillis(1)));

        try (Shop_TradeCache expected = Shop_TradeCache.open(calm);
                Shop_TradeCache found = Shop_TradeCache.open(hasty)) {
            assertThat(found.splitWords()).containsExactlyElementsOf(expected.splitWords());
            assertThat(found.compare()).containsExactlyElementsOf(expected.compare());
            assertThat(found.takeStock()).containsExactlyElementsOf(expected.takeStock());
            assertThat(found.sum()).containsExactlyElementsOf(expected.sum());
        }
    }

    @Test
    void makesTheSameRowsWhateverTheSizeOfParts() {
        Path large = folder.resolve("large");
        Path small = folder.resolve("small");
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0).run(Shop.options(large));
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, 0)
                .run(Shop.options(small).partBytes("1B"));

        try (Shop_TradeCache expected = Shop_TradeCache.open(large);
                Shop_TradeCache found = Shop_TradeCache.open(small)) {
            assertThat(found.compare()).containsExactlyElementsOf(expected.compare());
            assertThat(found.sum()).containsExactlyElementsOf(expected.sum());
        }
    }
}
