package dev.batchwright.memory;

import dev.batchwright.Batch;
import dev.batchwright.CacheException;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Writes rows of one step to files, and reads them back. Safe for use by several threads.
 *
 * @param <T> the rows
 */
final class Spill<T> {

    /** What a file holds while it is read or written: a block that is encoded, one that is not, and the rows that are made of it. */
    static final long OPEN_BYTES = 1 << 20;

    private static final int ROWS_AT_ONCE = 256;

    private static final int ROWS_PASSED_AT_ONCE = 1 << 20;

    private final String step;
    private final ShardSerializer<T> serializer;
    private final ShardFormat format;
    private final SpillFiles files;
    private final SpillCompression compression;

    Spill(String step, SpilledForm<T> form) {
        this.step = step;
        this.serializer = form.serializer();
        this.format = form.format();
        this.files = form.files();
        this.compression = form.compression();
    }

    ShardSerializer<T> serializer() {
        return serializer;
    }

    long sizeOf(T row) {
        return serializer.sizeOf(row);
    }

    /**
     * Rows in a file.
     *
     * @param name the file
     * @param rows how many
     * @param pass how often they have been written, this time included
     */
    record Run(String name, long rows, int pass) {}

    /**
     * Writes rows in their order.
     *
     * @param pass how often they have been written, this time included
     */
    Run write(Iterator<T> rows, int pass) {
        SpillDecision how = compression.next();
        String name = files.newName(step) + "." + format.extension();
        boolean isWhole = false;
        try {
            SpillTimes times = new SpillTimes(files.create(name));
            long count;
            try (times;
                    PartWriter<T> writer = format.write(times, serializer, how.compression())) {
                count = writeAll(rows, writer, times);
                writer.finish(footer(count, how.compression()));
            }
            compression.written(times.times());
            files.spilled(new SpillFiles.Spilled(times.times().bytes(), pass, how.compression(), how.why()));
            isWhole = true;
            return new Run(name, count, pass);
        } catch (IOException e) {
            throw new CacheException(
                    "Rows of step " + step + " cannot be moved to disk, to " + name + ": " + e
                            + ". Make room, or raise RunOptions.memory and the heap (-Xmx) so that they need not be.",
                    e);
        } finally {
            if (!isWhole) {
                delete(name);
            }
        }
    }

    private PartFooter footer(long rows, CompressionSetting setting) {
        String hash = serializer.schema().hash();
        return new PartFooter(step, "", 0, 0, 0, rows, 0, rows, hash, setting.toString(), true, true);
    }

    private long writeAll(Iterator<T> rows, PartWriter<T> writer, SpillTimes times) throws IOException {
        long count = 0;
        List<T> some = new ArrayList<>();
        boolean isSample = compression.wantsSample();
        while (times.elsewhere(() -> gather(rows, some))) {
            if (isSample && some.stream().mapToLong(serializer::sizeOf).sum() <= OPEN_BYTES) {
                compression.sampled(times.elsewhere(() -> SpillSample.of(some, serializer, format)));
            }
            isSample = false;
            writer.write(some);
            count += some.size();
        }
        return count;
    }

    /** Takes some rows, as few as are worth a call; false where there are none. */
    private boolean gather(Iterator<T> rows, List<T> some) {
        some.clear();
        long bytes = 0;
        while (some.size() < ROWS_AT_ONCE && bytes < OPEN_BYTES / 4 && rows.hasNext()) {
            T row = rows.next();
            some.add(row);
            bytes += serializer.sizeOf(row);
        }
        return !some.isEmpty();
    }

    PartReader<T> open(Run run) {
        try {
            return format.read(new TimedInput(files.open(run.name()), compression), serializer);
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    /** Opens a file behind some of its rows. By batches, since of a batch nothing is decoded that is not touched. */
    PartReader<T> open(Run run, long rowsBefore) {
        PartReader<T> reader = open(run);
        try {
            long left = rowsBefore;
            while (left > 0) {
                Batch<T> passed = reader.nextBatch((int) Math.min(left, ROWS_PASSED_AT_ONCE));
                left = passed == null ? 0 : left - passed.size();
            }
            return reader;
        } catch (IOException e) {
            close(reader, run);
            throw unreadable(run, e);
        }
    }

    void close(PartReader<T> reader, Run run) {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(run, e);
        }
    }

    CacheException unreadable(Run run, IOException e) {
        return new CacheException(
                "Rows that step " + step + " has moved to disk cannot be read back from " + run.name() + ": " + e
                        + ". Look after the disk, then run again.",
                e);
    }

    void delete(Run run) {
        delete(run.name());
    }

    private void delete(String name) {
        try {
            files.delete(name);
        } catch (IOException e) {
            // the folder goes at the end of the run, and with the next one at the latest
        }
    }
}
