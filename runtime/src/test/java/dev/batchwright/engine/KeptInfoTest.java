package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Durability;
import dev.batchwright.cache.CacheDirectory;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.cache.StepInfo;
import dev.batchwright.cache.StepStore;
import dev.batchwright.generated.StepKind;
import dev.batchwright.generated.StepSettings;
import dev.batchwright.shard.ShardFormats;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found out of a step's memory is kept during the run only, although a call may go on behind its end. */
class KeptInfoTest {

    private static final String FINGERPRINT = "0123456789ab";

    @TempDir
    Path folder;

    private CacheDirectory cache;
    private StepStore store;
    private LearnedMemory memory;

    @BeforeEach
    void open() {
        cache = CacheDirectory.openForWriting(
                folder, "any", Durability.PROCESS, new LocalCacheFiles(), ShardFormats.load(), false);
        store = cache.steps().open("press", FINGERPRINT);
        StepInfo info =
                new StepInfo("press", FINGERPRINT, Map.of(), "", "", "", "", null, Map.of(), "", List.of(), null);
        cache.steps().write(store, info);
        StepSettings settings = StepSettings.of("press", StepKind.BATCH).withBatchSize(1000, 1 << 20);
        memory = new LearnedMemory(settings, new KeptInfo(cache.steps(), store, info), 1 << 30);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private int batchRows() {
        StepInfo info = Objects.requireNonNull(cache.steps().read(store));
        return Objects.requireNonNull(info.memory()).batchRows();
    }

    @Test
    void aSmallerBatchIsKeptAtOnce() {
        memory.wasTooLarge(1000, 1 << 20);

        assertThat(batchRows()).isEqualTo(500);
    }

    @Test
    void nothingIsKeptBehindTheEndOfTheRun() {
        memory.wasTooLarge(1000, 1 << 20);
        memory.end();

        memory.wasTooLarge(500, 1 << 19);

        assertThat(batchRows()).isEqualTo(500);
    }
}
