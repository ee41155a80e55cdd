package dev.batchwright.shard.choice;

import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardSerializer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

/**
 * Rows that are encoded and decoded in memory, by the same calls as those of a part on disk, to see what that takes. Used by one
 * thread.
 *
 * @param <T> the rows
 */
public final class Sample<T> {

    private static final int ROWS_A_CALL = 1024;

    /** Times are taken of so many bytes of rows: little, so that there are many of them, and some fall between two disturbances. */
    private static final long SLICE_BYTES = 2 << 20;

    private final List<T> rows;
    private final ShardSerializer<T> serializer;
    private final CpuMeter meter;
    private final int slice;
    private final Buffer buffer = new Buffer();

    /**
     * What it took.
     *
     * @param bytes the encoded bytes
     * @param encodeNanos the processor time of encoding
     * @param decodeNanos the processor time of decoding every row whole
     */
    public record Costs(long bytes, long encodeNanos, long decodeNanos) {}

    /**
     * Takes rows.
     *
     * @param rows the rows; not changed
     * @param serializer their serializer
     * @param meter measures the processor time
     */
    public Sample(List<T> rows, ShardSerializer<T> serializer, CpuMeter meter) {
        this.rows = rows;
        this.serializer = serializer;
        this.meter = meter;
        long bytes = rows.stream().mapToLong(serializer::sizeOf).sum();
        this.slice = bytes <= SLICE_BYTES ? rows.size() : (int) Math.max(1, rows.size() * SLICE_BYTES / bytes);
    }

    /**
     * Encodes and decodes the first rows once.
     *
     * @param encoding how
     * @param count how many rows
     * @return what it took
     * @throws IOException if the format fails
     * @throws dev.batchwright.InvalidRowException if a row cannot be stored
     */
    public Costs measure(PartEncoding encoding, int count) throws IOException {
        buffer.reset();
        long began = meter.nanos();
        encode(encoding, rows.subList(0, Math.min(count, rows.size())));
        long encoded = meter.nanos();
        decode(encoding);
        return new Costs(buffer.size(), encoded - began, meter.nanos() - encoded);
    }

    int rows() {
        return rows.size();
    }

    /** How many of the rows are enough to take times. */
    int slice() {
        return slice;
    }

    /** A quarter of the slice; what it takes more than its share is what a part takes whatever its length. */
    int fewer() {
        return slice / 4;
    }

    private void encode(PartEncoding encoding, List<T> chosen) throws IOException {
        try (PartWriter<T> writer = encoding.format().write(buffer, serializer, encoding.compression())) {
            for (int from = 0; from < chosen.size(); from += ROWS_A_CALL) {
                writer.write(chosen.subList(from, Math.min(chosen.size(), from + ROWS_A_CALL)));
            }
            writer.finish(footer(encoding, chosen.size()));
        }
    }

    private PartFooter footer(PartEncoding encoding, int count) {
        String hash = serializer.schema().hash();
        return new PartFooter(
                "trial",
                hash,
                0,
                0,
                0,
                count,
                0,
                count,
                hash,
                encoding.compression().toString(),
                true,
                false);
    }

    @SuppressWarnings("StatementWithEmptyBody")
    private void decode(PartEncoding encoding) throws IOException {
        try (PartReader<T> reader = encoding.format().read(buffer.input(), serializer)) {
            while (reader.next() != null) {
                // every row whole, as the next stage would
            }
        }
    }

    /** Gives its bytes to a reader without a copy. */
    private static final class Buffer extends ByteArrayOutputStream {

        Buffer() {
            super(1 << 16);
        }

        PartInput input() {
            byte[] bytes = buf;
            int length = count;
            return new PartInput() {
                @Override
                public String name() {
                    return "a trial in memory";
                }

                @Override
                public long length() {
                    return length;
                }

                @Override
                public void readFully(long position, byte[] into, int offset, int wanted) throws IOException {
                    if (position < 0 || position > length - wanted) {
                        throw new EOFException("A trial has no " + wanted + " bytes at " + position);
                    }
                    System.arraycopy(bytes, (int) position, into, offset, wanted);
                }

                @Override
                public void close() {}
            };
        }
    }
}
