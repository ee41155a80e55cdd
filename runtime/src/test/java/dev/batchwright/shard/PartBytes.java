package dev.batchwright.shard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads parts in memory. */
public final class PartBytes {

    private PartBytes() {}

    /** A footer that fits some rows. */
    public static PartFooter footer(ShardSerializer<?> serializer, CompressionSetting compression, long rows) {
        return new PartFooter(
                "step", "f1", 0, 0, 0, rows, 0, rows, serializer.schema().hash(), compression.toString(), true, false);
    }

    /** Writes a whole part, handing over some rows at once. */
    public static <T> byte[] write(
            ShardFormat format,
            ShardSerializer<T> serializer,
            CompressionSetting compression,
            List<T> rows,
            int rowsAtOnce) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (PartWriter<T> writer = format.write(file, serializer, compression)) {
            for (int from = 0; from < rows.size(); from += rowsAtOnce) {
                writer.write(rows.subList(from, Math.min(rows.size(), from + rowsAtOnce)));
            }
            writer.finish(footer(serializer, compression, rows.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** Opens a part. */
    public static <T> PartReader<T> open(ShardFormat format, ShardSerializer<T> serializer, byte[] file) {
        try {
            return format.read(new BytesPartInput("step/f1/00000.000", file), serializer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all rows of a part, row by row. */
    public static <T> List<T> rows(ShardFormat format, ShardSerializer<T> serializer, byte[] file) {
        List<T> rows = new ArrayList<>();
        try (PartReader<T> reader = open(format, serializer, file)) {
            for (T row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Reads all rows of a part batch by batch. */
    public static <T> List<T> batchedRows(
            ShardFormat format, ShardSerializer<T> serializer, byte[] file, int rowsAtOnce) {
        List<T> rows = new ArrayList<>();
        try (PartReader<T> reader = open(format, serializer, file)) {
            for (LazyBatch<T> batch = reader.nextBatch(rowsAtOnce);
                    batch != null;
                    batch = reader.nextBatch(rowsAtOnce)) {
                rows.addAll(batch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
