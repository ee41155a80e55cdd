package dev.batchwright.isolation;

import dev.batchwright.CorruptShardException;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.StepKind;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.object.RowBlockReader;
import dev.batchwright.shard.object.RowBlockWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows in frames of bounded length, so that neither side holds a large batch or output in encoded form. Used by one thread. */
final class RowFrames {

    /** A frame ends with the row that takes it there. */
    private static final int TARGET_LENGTH = 256 << 10;

    private RowFrames() {}

    /** Whether what a step makes is sent: of a filter, its number is enough, as it is called with one row. */
    static boolean comeBack(BatchManager<?, ?> manager) {
        return manager.output() != null && manager.settings().kind() != StepKind.FILTER;
    }

    static <T> Sender<T> sender(Frames frames, @Nullable ShardSerializer<T> serializer) {
        return new Sender<>(frames, Objects.requireNonNull(serializer));
    }

    static <T> Receiver<T> receiver(Frames frames, @Nullable ShardSerializer<T> serializer) {
        return new Receiver<>(frames, Objects.requireNonNull(serializer));
    }

    /** Sends rows. */
    static final class Sender<T> {

        private final Frames frames;
        private final RowBlockWriter<T> block;
        private long rows;

        Sender(Frames frames, ShardSerializer<T> serializer) {
            this.frames = frames;
            this.block = new RowBlockWriter<>(serializer);
        }

        /** Forgets the rows that have not been sent, and counts anew. */
        void begin() {
            block.clear();
            rows = 0;
        }

        /** Adds a row. Nothing of it, and no row after those that were sent, is sent if it cannot be encoded. */
        void add(T row) throws IOException {
            block.add(row);
            rows++;
            if (block.length() >= TARGET_LENGTH) {
                send();
            }
        }

        /** Sends what has been added. */
        void end() throws IOException {
            if (block.rows() > 0) {
                send();
            }
        }

        /** How many rows have been added. */
        long rows() {
            return rows;
        }

        private void send() throws IOException {
            frames.writeRows(block.rows(), block.array(), block.length());
            block.clear();
        }
    }

    /** Takes rows. */
    static final class Receiver<T> {

        private final Frames frames;
        private final RowBlockReader<T> block;

        Receiver(Frames frames, ShardSerializer<T> serializer) {
            this.frames = frames;
            this.block = new RowBlockReader<>("What came", serializer);
        }

        /**
         * Takes the rows of the frame that was read last.
         *
         * @return how many there were
         */
        int take(Consumer<? super T> into) throws ProtocolException {
            int length = frames.length() - Integer.BYTES;
            if (length < 0) {
                throw new ProtocolException("a frame of rows that does not say how many", null);
            }
            byte[] payload = frames.payload();
            int count = ByteBuffer.wrap(payload, length, Integer.BYTES).getInt();
            try {
                block.read(payload, length, count, into);
            } catch (CorruptShardException e) {
                throw new ProtocolException("rows that cannot be read", e);
            }
            return count;
        }
    }
}
