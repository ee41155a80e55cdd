package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
