package dev.batchwright.isolation;

import dev.batchwright.Output;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.PendingBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A step in its process, and the rows of its next call; what it makes is sent while it makes it. Used by one thread.
 *
 * @param <I> the rows that it takes
 * @param <O> the rows that it makes
 */
final class ServedStep<I, O> implements Output<O> {

    private final Frames frames;
    private final BatchManager<I, O> manager;
    private final RowFrames.Receiver<I> rows;
    private final RowFrames.@Nullable Sender<O> made;
    private PendingBatch<I> pending;
    private long count;
    private @Nullable Throwable broken;
    private @Nullable IOException lost;

    private ServedStep(Frames frames, BatchManager<I, O> manager) {
        this.frames = frames;
        this.manager = manager;
        this.rows = RowFrames.receiver(frames, manager.input());
        this.made = RowFrames.comeBack(manager) ? RowFrames.sender(frames, manager.output()) : null;
        this.pending = manager.newBatch();
    }

    static <I, O> ServedStep<I, O> of(Frames frames, BatchManager<I, O> manager) {
        return new ServedStep<>(frames, manager);
    }

    BatchManager<I, O> manager() {
        return manager;
    }

    /** Takes the rows of the frame that was read last. */
    void take() throws ProtocolException {
        rows.take(row -> pending.add(row, pending.sizeOf(row)));
    }

    /** Forgets the rows that were taken. */
    void forget() {
        pending = manager.newBatch();
    }

    /** Calls the step with the rows that were taken, and says how that ended. */
    void call() throws IOException {
        ByteBuffer call = ByteBuffer.wrap(frames.payload(), 0, frames.length());
        Throwable thrown = thrownBy(call.getLong(), call.getInt());
        if (lost != null) {
            throw lost;
        }
        if (thrown != null) {
            ChildService.sendThrown(frames, thrown);
        } else {
            end();
        }
        frames.flush();
    }

    private @Nullable Throwable thrownBy(long number, int shard) {
        count = 0;
        broken = null;
        if (made != null) {
            made.begin();
        }
        try {
            BatchCall.of(manager, shard).call(pending.take(), number, this);
            return broken; // a step that caught it, and went on, would leave rows out
        } catch (Throwable e) {
            return e;
        }
    }

    private void end() throws IOException {
        if (made != null) {
            made.end();
        }
        byte[] rowsMade = ByteBuffer.allocate(Long.BYTES).putLong(count).array();
        frames.write(FrameType.DONE, rowsMade, rowsMade.length);
    }

    @Override
    @SuppressWarnings("ConstantValue") // user code may hand over null against the contract
    public void add(O row) {
        try {
            if (row == null) {
                throw new NullPointerException("Step " + manager.name() + " made a null instead of a row");
            }
            count++;
            if (made != null) {
                made.add(row);
            }
        } catch (IOException e) {
            lost = e;
            throw new UncheckedIOException(e);
        } catch (RuntimeException | StackOverflowError e) {
            broken = e;
            throw e;
        }
    }
}
