package dev.batchwright.isolation;

import dev.batchwright.Batch;
import dev.batchwright.Output;
import dev.batchwright.StepContext;
import dev.batchwright.generated.BatchManager;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a run asks of the process of a step. An {@code IOException} means that the process is gone or cannot be understood. Used by one
 * thread.
 *
 * @param <I> the rows that the step takes
 * @param <O> the rows that it makes
 */
final class ChildCalls<I, O> {

    private final Frames frames;
    private final RowFrames.Sender<I> rows;
    private final RowFrames.@Nullable Receiver<O> made;

    ChildCalls(Frames frames, BatchManager<I, O> manager) {
        this.frames = frames;
        this.rows = RowFrames.sender(frames, manager.input());
        this.made = RowFrames.comeBack(manager) ? RowFrames.receiver(frames, manager.output()) : null;
    }

    /** Sends the step and has it opened. */
    void open(StepContext context, byte[] sent) throws IOException, CallFailure {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream content = new DataOutputStream(bytes);
        content.writeInt(context.worker());
        content.writeUTF(context.fingerprint());
        content.write(sent);
        frames.write(FrameType.OPEN, bytes.toByteArray(), bytes.size());
        frames.flush();
        require(FrameType.OPENED, answer());
    }

    /** Has the step called with a batch. */
    void call(Batch<I> batch, long number, int shard, Output<O> out) throws IOException, CallFailure {
        send(batch);
        byte[] call = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(number)
                .putInt(shard)
                .array();
        frames.write(FrameType.CALL, call, call.length);
        frames.flush();
        receive(batch, out);
    }

    private void send(Batch<I> batch) throws IOException, CallFailure {
        rows.begin();
        try {
            for (I row : batch) {
                rows.add(row);
            }
        } catch (RuntimeException e) {
            frames.write(FrameType.FORGET); // those before it may be there already
            throw new CallFailure(e);
        }
        rows.end();
    }

    @SuppressWarnings("unchecked") // a filter makes the rows that it takes
    private void receive(Batch<I> batch, Output<O> out) throws IOException, CallFailure {
        long count = 0;
        FrameType answer = answer();
        for (; answer == FrameType.ROWS && made != null; answer = answer()) {
            count += made.take(out::add);
        }
        require(FrameType.DONE, answer);
        long announced = frames.data().readLong();
        if (made == null && announced == 1) {
            out.add((O) batch.get(0));
        } else if (announced != count) {
            throw new ProtocolException(count + " rows where it says that it has made " + announced, null);
        }
    }

    /** Has the step closed. */
    void close() throws IOException, CallFailure {
        frames.write(FrameType.CLOSE);
        frames.flush();
        require(FrameType.CLOSED, answer());
    }

    private FrameType answer() throws IOException, CallFailure {
        FrameType type = frames.read();
        if (type == FrameType.THROWN) {
            throw new CallFailure(Thrown.decode(frames.data()));
        }
        return type;
    }

    private static void require(FrameType wanted, FrameType type) throws ProtocolException {
        if (type != wanted) {
            throw new ProtocolException("a frame of type " + type + " instead of " + wanted, null);
        }
    }
}
