package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.choice.PartEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndecidedWriterTest {

    private static final String FINGERPRINT = "0123456789abcdef";

    @TempDir
    Path folder;

    private final ShardFormats formats = ShardFormats.load();
    private final PartEncoding encoding = new PartEncoding(formats.named("msgpack"), CompressionSetting.LZ4);
    private final EverythingSerializer serializer = EverythingSerializer.INSTANCE;
    private final AtomicLong clock = new AtomicLong();

    /** Wants some bytes of rows, and counts what it was asked. */
    private final class Choice implements EncodingChoice<Everything> {

        private final long wanted;
        private final List<Integer> asked = new ArrayList<>();
        private boolean settled;

        Choice(long wanted) {
            this.wanted = wanted;
        }

        @Override
        public boolean isSettled() {
            return settled;
        }

        @Override
        public long wantedBytes() {
            return wanted;
        }

        @Override
        public PartEncoding decide(List<Everything> firstRows, long bytes) {
            asked.add(firstRows.size());
            settled = true;
            return encoding;
        }
    }

    private StepStore store(String root) throws IOException {
        LocalCacheFiles files = new LocalCacheFiles();
        StepStore store = new StepStore(folder.resolve(root), "step", FINGERPRINT, files, formats);
        Durably.createFolder(files, store.folder());
        return store;
    }

    private WriteSettings settings(long partBytes) {
        return new WriteSettings(partBytes, 1000, clock::get, "attempt", bytes -> {});
    }

    private UndecidedWriter<Everything> undecided(StepStore store, Choice choice, long partBytes) {
        return new UndecidedWriter<>(store, 3, serializer, choice, settings(partBytes));
    }

    private static Map<String, String> parts(StepStore store) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (Stream<Path> files = Files.list(store.folder())) {
            for (Path file : files.toList()) {
                parts.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return parts;
    }

    private static void write(RowStore<Everything> writer, int rows, long seed) {
        EverythingGenerator generator = new EverythingGenerator(seed);
        Random random = new Random(seed);
        long inputRow = 0;
        for (int row = 0; row < rows; row++) {
            writer.add(generator.row());
            int steps = random.nextInt(3);
            for (int step = 0; step < steps; step++) {
                writer.boundary(++inputRow);
            }
        }
        writer.finish(++inputRow, true);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 50_000, 400_000, 1L << 40})
    void makesTheSamePartsAsIfItHadKnownFromTheStart(long wanted) throws IOException {
        long seed = 11;
        StepStore known = store("known");
        try (ShardWriter<Everything> writer = new ShardWriter<>(known, 3, serializer, encoding, settings(30_000))) {
            write(writer, 3000, seed);
        }
        StepStore found = store("known-later");
        try (UndecidedWriter<Everything> writer = undecided(found, new Choice(wanted), 30_000)) {
            write(writer, 3000, seed);
        }

        assertThat(parts(known)).hasSizeGreaterThan(2);
        assertThat(parts(found)).isEqualTo(parts(known));
    }

    @Test
    void asksOnceWhenThereAreEnoughRows() throws IOException {
        Choice choice = new Choice(1);
        try (UndecidedWriter<Everything> writer = undecided(store("cache"), choice, 1 << 20)) {
            write(writer, 50, 1);
        }

        assertThat(choice.asked).containsExactly(1);
    }

    @Test
    void asksAtTheEndWhereRowsAreFew() throws IOException {
        Choice choice = new Choice(1L << 40);
        StepStore store = store("cache");
        try (UndecidedWriter<Everything> writer = undecided(store, choice, 1 << 20)) {
            write(writer, 50, 1);
        }

        assertThat(choice.asked).containsExactly(50);
        assertThat(parts(store).keySet()).containsExactly("00003.000.msgpack");
    }

    @Test
    void writesAShardWithoutRows() throws IOException {
        Choice choice = new Choice(1L << 40);
        StepStore store = store("cache");
        try (UndecidedWriter<Everything> writer = undecided(store, choice, 1 << 20)) {
            writer.finish(0, true);
        }

        assertThat(choice.asked).containsExactly(0);
        assertThat(parts(store).keySet()).containsExactly("00003.000.msgpack");
    }

    @Test
    void holdsNoRowsLongerThanTheCheckpointInterval() throws IOException {
        Choice choice = new Choice(1L << 40);
        StepStore store = store("cache");
        EverythingGenerator generator = new EverythingGenerator(1);
        try (UndecidedWriter<Everything> writer = undecided(store, choice, 1 << 20)) {
            writer.add(generator.row());
            clock.set(999);
            writer.boundary(1);
            assertThat(choice.asked).isEmpty();

            writer.add(generator.row());
            clock.set(1000);
            writer.boundary(2);
            assertThat(choice.asked).containsExactly(2);
            assertThat(parts(store).keySet()).containsExactly("00003.000.msgpack");
        }
    }

    @Test
    void countsTheIntervalFromTheFirstRowThatItHeld() throws IOException {
        Choice choice = new Choice(1L << 40);
        StepStore store = store("cache");
        EverythingGenerator generator = new EverythingGenerator(1);
        try (UndecidedWriter<Everything> writer = undecided(store, choice, 1 << 20)) {
            writer.add(generator.row());
            clock.set(900);
            choice.settled = true; // another shard has found out
            writer.add(generator.row());
            writer.boundary(2);
            assertThat(store.parts(3)).isEmpty();

            clock.set(1000);
            writer.boundary(3);
            assertThat(store.parts(3)).hasSize(1);
        }
    }

    @Test
    void leavesNothingWhereItIsGivenUp() throws IOException {
        StepStore store = store("cache");
        try (UndecidedWriter<Everything> writer = undecided(store, new Choice(1L << 40), 1 << 20)) {
            writer.add(new EverythingGenerator(1).row());
            writer.boundary(1);
        }

        assertThat(parts(store)).isEmpty();
    }
}
