package dev.batchwright.cache;

import dev.batchwright.memory.StepMemory;
import dev.batchwright.shard.PartWriter;
import java.io.IOException;

/** What the writer of a shard holds: rows that wait to be encoded, and encoded ones that wait to be written. Used by one thread. */
final class WriterMemory {

    /** Rows of so many bytes are encoded at once. */
    private static final long GATHER_BYTES = 1 << 20;

    /** Less, where there is so little memory that this would be more than such a share. */
    private static final long GATHER_SHARE = 64;

    private final StepMemory memory;
    private final long gatherBytes;
    private long gathered;
    private long encoded;

    WriterMemory(StepMemory memory) {
        this.memory = memory;
        this.gatherBytes = Math.max(1, Math.min(GATHER_BYTES, memory.limit() / GATHER_SHARE));
    }

    /** Holds a row, which may have others spill, the writer itself as well, or end the task. */
    void gather(long size, int shard, long row) {
        memory.holdRow(size, shard, row);
        gathered += size;
    }

    /** Whether enough has been gathered to be encoded. */
    boolean isEnough() {
        return gathered >= gatherBytes;
    }

    long held() {
        return gathered + encoded;
    }

    /** What was gathered is encoded: counts what the part holds by now. Where there is no room for more, it holds less. */
    void count(PartWriter<?> part) throws IOException {
        long before = held();
        long now = part.heldBytes();
        if (now > before && !memory.tryHold(now - before)) {
            part.relieve();
            now = Math.min(before, part.heldBytes());
        }
        if (now < before) {
            memory.give(before - now);
        }
        encoded = now;
        gathered = 0;
    }

    /** The part was written. */
    void ended() {
        memory.give(encoded);
        encoded = 0;
    }
}
