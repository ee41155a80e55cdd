package dev.batchwright.engine;

import dev.batchwright.Output;
import dev.batchwright.memory.StepMemory;
import dev.batchwright.shard.ShardSerializer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds back what a call makes until it has ended, so that a call that fails for want of memory can be made again; but no more than some
 * rows: when there are more, they go on as they come. Used by one thread.
 */
final class HeldRows<O> implements Output<O> {

    private static final int MOST_ROWS = 8192;
    private static final long MOST_BYTES = 1 << 20;
    private static final long SHARE = 64;

    private final Output<O> out;
    private final StepMemory memory;
    private final @Nullable ShardSerializer<O> serializer;
    private final long mostBytes;
    private final List<O> rows = new ArrayList<>();
    private long bytes;
    private boolean goesOn;
    private @Nullable Throwable broken;

    /**
     * Begins without a row.
     *
     * @param out takes the rows
     * @param serializer measures rows; null where none come
     */
    HeldRows(Output<O> out, StepMemory memory, @Nullable ShardSerializer<O> serializer) {
        this.out = out;
        this.memory = memory;
        this.serializer = serializer;
        this.mostBytes = Math.min(MOST_BYTES, memory.limit() / SHARE);
    }

    @Override
    public void add(O row) {
        check(); // a step that caught it, and went on, would leave rows out
        try {
            take(row);
        } catch (Throwable e) {
            broken = e;
            throw e;
        }
    }

    @SuppressWarnings("ConstantValue") // user code may hand over null against the contract
    private void take(O row) {
        if (goesOn || row == null || serializer == null) {
            out.add(row);
            return;
        }
        long size = serializer.sizeOf(row);
        if (rows.size() == MOST_ROWS || bytes + size > mostBytes) {
            handOn();
            goesOn = true;
            out.add(row);
            return;
        }
        memory.hold(size);
        bytes += size;
        rows.add(row);
    }

    /** Whether nothing that the call has made has gone on. */
    boolean canForget() {
        return !goesOn;
    }

    /** Forgets what the call has made, since it is made again. */
    void forget() {
        rows.clear();
        memory.give(bytes);
        bytes = 0;
    }

    /** Throws again what was thrown when a row was handed on, however the step has wrapped it. */
    void check() {
        Failures.rethrow(broken);
    }

    /** Hands on what the call has made. */
    void handOn() {
        check();
        rows.forEach(out::add);
        forget();
    }
}
