package dev.batchwright.memory;

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
 * Writes rows of one step to files, and reads them back. Immutable; safe for use by several threads.
 *
 * @param <T> the rows
 */
final class Spill<T> {

    /** What a file holds while it is read or written: a block that is encoded, one that is not, and the rows that are made of it. */
    static final long OPEN_BYTES = 1 << 20;

    private static final int ROWS_AT_ONCE = 256;

    private final String step;
    private final ShardSerializer<T> serializer;
    private final ShardFormat format;
    private final SpillFiles files;

    Spill(String step, ShardSerializer<T> serializer, ShardFormat format, SpillFiles files) {
        this.step = step;
        this.serializer = serializer;
        this.format = format;
        this.files = files;
    }

    long sizeOf(T row) {
        return serializer.sizeOf(row);
    }

    /**
     * Rows in a file.
     *
     * @param name the file
     * @param rows how many
     */
    record Run(String name, long rows) {}

    /** Writes rows in their order. */
    Run write(Iterator<T> rows) {
        String name = files.newName(step) + "." + format.extension();
        try (PartWriter<T> writer = format.write(files.create(name), serializer, CompressionSetting.LZ4)) {
            long count = writeAll(rows, writer);
            writer.endRows();
            writer.finish(new PartFooter(
                    step, "", 0, 0, 0, count, 0, count, serializer.schema().hash(), "lz4", true, true));
            files.spilled(writer.encodedBytes());
            return new Run(name, count);
        } catch (IOException e) {
            throw new CacheException(
                    "Rows that step " + step + " groups cannot be moved to disk, to " + name + ": " + e
                            + ". Make room, or raise RunOptions.memory and the heap (-Xmx) so that they need not be.",
                    e);
        }
    }

    private long writeAll(Iterator<T> rows, PartWriter<T> writer) throws IOException {
        long count = 0;
        List<T> some = new ArrayList<>();
        long bytes = 0;
        while (rows.hasNext()) {
            T row = rows.next();
            some.add(row);
            count++;
            bytes += serializer.sizeOf(row);
            if (some.size() == ROWS_AT_ONCE || bytes >= OPEN_BYTES / 4) {
                writer.write(some);
                some.clear();
                bytes = 0;
            }
        }
        if (!some.isEmpty()) {
            writer.write(some);
        }
        return count;
    }

    PartReader<T> open(Run run) {
        try {
            return format.read(files.open(run.name()), serializer);
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
        try {
            files.delete(run.name());
        } catch (IOException e) {
            // the folder goes at the end of the run, and with the next one at the latest
        }
    }
}
