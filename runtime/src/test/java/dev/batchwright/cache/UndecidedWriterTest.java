package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartFooter.Restart;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.choice.PartEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final AtomicBoolean full = new AtomicBoolean();

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
        return new WriteSettings(partBytes, () -> full.set(true), "attempt", bytes -> {}, lastPart -> 0);
    }

    private UndecidedWriter<Everything> undecided(StepStore store, Choice choice, long partBytes) {
        return new UndecidedWriter<>(store, 3, serializer, choice, settings(partBytes), null);
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

    /** Closes a part whenever one is full, as a task does between two rows. */
    private void write(RowStore<Everything> writer, int rows, long seed) {
        full.set(false);
        EverythingGenerator generator = new EverythingGenerator(seed);
        for (int row = 0; row < rows; row++) {
            writer.add(generator.row());
            if (full.getAndSet(false)) {
                endPart(writer, row + 1);
            }
        }
        writer.finish(InputPosition.at(rows), true);
    }

    private static void endPart(RowStore<Everything> writer, long inputRow) {
        writer.endPart(InputPosition.at(inputRow));
        writer.commit();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 50_000})
    void makesTheSamePartsAsIfItHadKnownFromTheStart(long wanted) throws IOException {
        long seed = 11;
        StepStore known = store("known");
        try (ShardWriter<Everything> writer =
                new ShardWriter<>(known, 3, serializer, encoding, settings(300_000), null)) {
            write(writer, 3000, seed);
        }
        StepStore found = store("known-later");
        try (UndecidedWriter<Everything> writer = undecided(found, new Choice(wanted), 300_000)) {
            write(writer, 3000, seed);
        }

        assertThat(parts(known)).hasSizeGreaterThan(2);
        assertThat(parts(found).equals(parts(known))).isTrue();
    }

    @Test
    void goesOnAfterThePartsThatAreThere() throws IOException {
        EverythingGenerator generator = new EverythingGenerator(5);
        StepStore store = store("cache");
        try (UndecidedWriter<Everything> writer = undecided(store, new Choice(1), 1 << 20)) {
            writer.add(generator.row());
            writer.add(generator.row());
            writer.endPart(new InputPosition(7, 3, List.of(new Restart("split", 4, 6))));
            writer.commit();
        }
        PartFooter reached = Objects.requireNonNull(store.keepReached(3));
        assertThat(reached.endInputRow()).isEqualTo(7);
        assertThat(reached.endRow()).isEqualTo(2);
        assertThat(reached.batches()).isEqualTo(3);
        assertThat(reached.restarts()).containsExactly(new Restart("split", 4, 6));
        assertThat(store.end(3)).isNull();

        try (UndecidedWriter<Everything> writer =
                new UndecidedWriter<>(store, 3, serializer, new Choice(1), settings(1 << 20), reached)) {
            writer.add(generator.row());
            writer.finish(InputPosition.at(9), true);
        }

        PartFooter end = Objects.requireNonNull(store.end(3));
        assertThat(end.part()).isEqualTo(1);
        assertThat(end.firstInputRow()).isEqualTo(7);
        assertThat(end.rowsBefore()).isEqualTo(2);
        assertThat(end.rows()).isEqualTo(1);
    }

    @Test
    void showsNoPartBeforeItIsCommitted() throws IOException {
        StepStore store = store("cache");
        try (UndecidedWriter<Everything> writer = undecided(store, new Choice(1), 1 << 20)) {
            writer.add(new EverythingGenerator(1).row());
            writer.endPart(InputPosition.at(1));
            assertThat(store.parts(3)).isEmpty();

            writer.commit();
            assertThat(store.parts(3)).hasSize(1);
        }
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
            writer.finish(InputPosition.at(0), true);
        }

        assertThat(choice.asked).containsExactly(0);
        assertThat(parts(store).keySet()).containsExactly("00003.000.msgpack");
    }

    @Test
    void decidesByWhatItHasWhereThePartEnds() throws IOException {
        Choice choice = new Choice(1L << 40);
        StepStore store = store("cache");
        EverythingGenerator generator = new EverythingGenerator(1);
        try (UndecidedWriter<Everything> writer = undecided(store, choice, 1 << 20)) {
            endPart(writer, 0);
            assertThat(choice.asked).as("nothing has come yet").isEmpty();

            writer.add(generator.row());
            writer.add(generator.row());
            endPart(writer, 2);
            assertThat(choice.asked).containsExactly(2);
            assertThat(parts(store).keySet()).containsExactly("00003.000.msgpack");
        }
    }

    @Test
    void leavesNothingWhereItIsGivenUp() throws IOException {
        StepStore store = store("cache");
        try (UndecidedWriter<Everything> writer = undecided(store, new Choice(1L << 40), 1 << 20)) {
            writer.add(new EverythingGenerator(1).row());
        }

        assertThat(parts(store)).isEmpty();
    }
}
