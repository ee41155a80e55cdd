package dev.batchwright.cache;

import dev.batchwright.BatchwrightException;
import dev.batchwright.CacheException;
import dev.batchwright.CorruptShardException;
import dev.batchwright.Dataset;
import dev.batchwright.Durability;
import dev.batchwright.MemoryReport;
import dev.batchwright.RunReport;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.choice.PartEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cache with a step of two shards and a sink of one, written as a run writes it: what is whole is kept, the rest is written anew. */
final class SmallCache {

    static final String STEP = "step";
    static final String FINGERPRINT = "0123456789abcdef";
    private static final List<Integer> SHARDS = List.of(0, 1);
    private static final int SHARD_ROWS = 14;
    private static final int PART_ROWS = 7;

    private final Path root;
    private final Durability durability;
    private final CacheFiles files;
    private final ShardFormats formats = ShardFormats.load();
    private final PartEncoding encoding;
    /** Later with every look, so that a part ends at each boundary. */
    private final Set<String> found = new TreeSet<>();

    private final Set<String> damaged = new TreeSet<>();
    private @Nullable StepStore store;

    SmallCache(Path root, Durability durability, CacheFiles files, String format) {
        this.root = root;
        this.durability = durability;
        this.files = files;
        this.encoding = new PartEncoding(formats.named(format), CompressionSetting.LZ4);
    }

    /** Opens the cache, writes what is missing, and closes it. Gives what went wrong, if anything did. */
    @Nullable
    BatchwrightException tryToWrite() {
        try (CacheDirectory cache =
                CacheDirectory.openForWriting(root, "pipeline", durability, files, formats, false)) {
            StepStore opened = cache.steps().open(STEP, FINGERPRINT);
            store = opened;
            takeStock(opened);
            StepInfo info = info();
            if (!info.equals(cache.steps().read(opened))) {
                cache.steps().write(opened, info);
            }
            for (int shard : SHARDS) {
                if (opened.end(shard) == null) {
                    opened.clear(shard);
                    write(opened, shard, PART_ROWS);
                }
            }
            markSink(cache);
            cache.publish(STEP, FINGERPRINT, SHARDS);
            cache.writeReport(new RunReport(
                    "pipeline",
                    Instant.EPOCH,
                    Duration.ZERO,
                    Duration.ZERO,
                    1,
                    false,
                    List.of(),
                    MemoryReport.NONE,
                    List.of(),
                    List.of(),
                    List.of()));
            return null;
        } catch (BatchwrightException e) {
            return e;
        } catch (IOException e) {
            return new CacheException("The cache cannot be read: " + e, e);
        }
    }

    private static void markSink(CacheDirectory cache) throws IOException {
        StepStore sink = cache.steps().open("sink", FINGERPRINT);
        if (sink.end(0) == null) {
            sink.clear(0);
            sink.markDone(
                    new PartFooter("sink", FINGERPRINT, 0, 0, 0, SHARD_ROWS, 0, SHARD_ROWS, "", "none", true, true),
                    "attempt");
        }
    }

    private StepInfo info() {
        String schema = PassageSerializer.INSTANCE.schema().describe();
        String format = encoding.format().name();
        return new StepInfo(
                STEP, FINGERPRINT, Map.of(), schema, format, "named", "lz4", null, Map.of(), "", List.of(), null);
    }

    private void takeStock(StepStore opened) {
        for (int shard : SHARDS) {
            for (PartName part : opened.parts(shard)) {
                found.add(part.fileName());
                try (var in = opened.open(part);
                        var rows = opened.format(part).read(in, PassageSerializer.INSTANCE)) {
                    while (rows.next() != null) {
                        // only whether it can be read matters
                    }
                } catch (IOException | CorruptShardException e) {
                    damaged.add(part.fileName());
                }
            }
        }
    }

    /** Writes a shard beside the one that is there, with parts of another size. */
    void writeShardAgain(int shard, int partRows) throws IOException {
        StepStore other = new StepStore(root, STEP, FINGERPRINT, files, formats);
        write(other, shard, partRows);
    }

    void write(StepStore opened, int shard, int partRows) throws IOException {
        WriteSettings settings = new WriteSettings(1 << 20, () -> {}, "attempt", bytes -> {}, lastPart -> 0);
        try (ShardWriter<Passage> writer =
                new ShardWriter<>(opened, shard, PassageSerializer.INSTANCE, encoding, settings, null)) {
            for (int row = 0; row < SHARD_ROWS; row++) {
                writer.add(Passage.at(shard * SHARD_ROWS + row));
                if ((row + 1) % partRows == 0 && row + 1 < SHARD_ROWS) {
                    writer.endPart(InputPosition.at(row + 1));
                    writer.commit();
                }
            }
            writer.finish(InputPosition.at(SHARD_ROWS), false);
        }
    }

    /** The parts that were there when the cache was opened. */
    Set<String> partsFound() {
        return found;
    }

    /** Those of them that cannot be read to their end. */
    Set<String> damagedFound() {
        return damaged;
    }

    /** The parts that the cache has said to be committed. */
    Set<String> committed() {
        StepStore opened = store;
        return opened == null
                ? Set.of()
                : SHARDS.stream()
                        .flatMap(shard -> opened.parts(shard).stream())
                        .map(PartName::fileName)
                        .collect(Collectors.toSet());
    }

    /** The rows that it is to hold. */
    List<String> rows() {
        return IntStream.range(0, SHARDS.size() * SHARD_ROWS)
                .mapToObj(row -> text(Passage.at(row)))
                .toList();
    }

    /** The rows that a reader finds. */
    List<String> readAll() {
        try (CacheReader reader = new CacheReader(root, "pipeline", new LocalCacheFiles(), formats, 0, 1 << 20);
                Dataset<Passage> rows = reader.dataset(STEP, PassageSerializer.INSTANCE)) {
            return rows.stream().map(SmallCache::text).toList();
        }
    }

    private static String text(Passage row) {
        return row.id() + " " + row.title() + " " + row.text() + " " + Arrays.toString(row.vector());
    }

    static void remove(Path root) throws IOException {
        if (Files.exists(root.getParent())) {
            try (Stream<Path> all = Files.walk(root.getParent())) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
