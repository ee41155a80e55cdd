package dev.batchwright.benchmarks.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.benchmarks.measure.Bar;
import dev.batchwright.shard.CompressionSetting;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageResultsTest {

    @Test
    void medianIsTakenOverAllTurns() {
        StorageResults results = new StorageResults();
        results.add(result(Contender.PARQUET, CompressionSetting.NONE, 1, 9));
        results.add(result(Contender.PARQUET, CompressionSetting.NONE, 2, 8));
        results.add(result(Contender.PARQUET, CompressionSetting.NONE, 3, 1));
        assertThat(results.all()).singleElement().satisfies(result -> {
            assertThat(result.trial().write()).isEqualTo(2);
            assertThat(result.trial().read()).isEqualTo(8);
        });
    }

    @Test
    void aBarIsHowManyTimesAsLongTheOtherTakes() {
        StorageResults results = new StorageResults();
        results.add(result(Contender.PARQUET, CompressionSetting.NONE, 2, 2));
        results.add(result(Contender.PARQUET_AVRO, CompressionSetting.NONE, 4, 3));
        assertThat(StorageBars.of(results))
                .containsExactly(
                        Bar.atLeast("text, Parquet against parquet-avro, write", 2, 1.8),
                        Bar.atLeast("text, Parquet against parquet-avro, read", 1.5, 1.8));
    }

    @Test
    void withZstdTheBarIsTheShareOfZstdAlone() {
        StorageResults results = new StorageResults();
        results.add(result(Contender.MESSAGE_PACK, CompressionSetting.ZSTD, 2, 4));
        results.add(result(Contender.BARE_MESSAGE_PACK, CompressionSetting.ZSTD, 1, 3));
        assertThat(StorageBars.of(results))
                .containsExactly(
                        Bar.atLeast("text, MessagePack with zstd against zstd alone, write", 0.5, 0.9),
                        Bar.atLeast("text, MessagePack with zstd against zstd alone, read", 0.75, 0.9));
    }

    @Test
    void theTableCanBePastedIntoAPage() {
        StorageResults results = new StorageResults();
        results.add(result(Contender.PARQUET, CompressionSetting.ZSTD, 2, 1));
        assertThat(results.toMarkdown().lines())
                .containsExactly(
                        "| rows |  | system | write ns | read ns | MB | B written | B read |",
                        "|---|---|---|---|---|---|---|---|",
                        "| text | zstd | Parquet | 2,000,000,000 | 1,000,000,000 | 5.0 | 1 | 2 |");
    }

    private static StorageResult result(
            Contender contender, CompressionSetting compression, double write, double read) {
        return new StorageResult(
                "text",
                contender,
                compression,
                new Trial(1, 5_000_000, List.of(write), List.of(read), List.of(1.0), List.of(2.0)));
    }
}
