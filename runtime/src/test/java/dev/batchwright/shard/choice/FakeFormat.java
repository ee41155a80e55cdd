package dev.batchwright.shard.choice;

import dev.batchwright.InvalidRowException;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.CompressionSetting.Codec;
import dev.batchwright.shard.LazyBatch;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A format whose bytes and times are given, on a clock that only it moves. Compressed rows have half of the bytes. */
public final class FakeFormat implements ShardFormat {

    private final String name;
    private final AtomicLong clock;
    private final int bytesOfRow;
    private final long nanosOfRow;
    private int bytesOfPart;
    private long nanosOfPart;
    private int slowCalls;
    private boolean refusing;
    private int parts;

    public FakeFormat(String name, AtomicLong clock, int bytesOfRow, long nanosOfRow) {
        this.name = name;
        this.clock = clock;
        this.bytesOfRow = bytesOfRow;
        this.nanosOfRow = nanosOfRow;
    }

    /** What every part costs, whatever its rows. */
    public FakeFormat withCostOfPart(int bytes, long nanos) {
        bytesOfPart = bytes;
        nanosOfPart = nanos;
        return this;
    }

    /** The first parts take twenty times as long, as code does that is not compiled yet. */
    public FakeFormat coldFor(int firstParts) {
        slowCalls = firstParts;
        return this;
    }

    /** No row can be stored. */
    public FakeFormat refusing() {
        refusing = true;
        return this;
    }

    /** How many parts were begun. */
    public int parts() {
        return parts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String extension() {
        return name;
    }

    private int bytes(CompressionSetting compression) {
        return compression.codec() == Codec.NONE ? bytesOfRow : bytesOfRow / 2;
    }

    private void spend(long nanos) {
        clock.addAndGet(parts <= slowCalls ? 20 * nanos : nanos);
    }

    @Override
    public <T> PartWriter<T> write(OutputStream out, ShardSerializer<T> serializer, CompressionSetting compression) {
        parts++;
        spend(nanosOfPart);
        return new PartWriter<>() {
            @Override
            public void write(List<T> rows) throws IOException {
                if (refusing && !rows.isEmpty()) {
                    throw new InvalidRowException("no", null);
                }
                spend(nanosOfRow * rows.size());
                out.write(new byte[bytes(compression) * rows.size()]);
            }

            @Override
            public long encodedBytes() {
                return 0;
            }

            @Override
            public void endRows() {}

            @Override
            public void finish(PartFooter footer) throws IOException {
                out.write(new byte[bytesOfPart]);
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public <T> PartReader<T> read(PartInput in, ShardSerializer<T> serializer) throws IOException {
        spend(nanosOfPart);
        spend(nanosOfRow * (in.length() - bytesOfPart) / bytesOfRow);
        return new PartReader<>() {
            @Override
            public PartFooter footer() {
                throw new UnsupportedOperationException();
            }

            @Override
            public @Nullable T next() {
                return null;
            }

            @Override
            public @Nullable LazyBatch<T> nextBatch(int maxRows) {
                return null;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public PartFooter readFooter(PartInput in) {
        throw new UnsupportedOperationException();
    }
}
