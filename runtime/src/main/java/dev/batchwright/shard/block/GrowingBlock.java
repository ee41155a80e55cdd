package dev.batchwright.shard.block;

import dev.batchwright.InvalidRowException;
import java.util.Arrays;

/** The bytes of a block while rows are added to it. */
public abstract class GrowingBlock {

    private static final int INITIAL_CAPACITY = BlockHeader.TARGET_LENGTH + BlockHeader.TARGET_LENGTH / 4;

    /** Holds the block; room comes with {@link #ensure}. */
    protected byte[] bytes = new byte[INITIAL_CAPACITY];

    /** How long the block is, and so where the next value goes. */
    protected int position;

    /** Begins without a row. */
    protected GrowingBlock() {}

    /** What holds the block, from its first byte on; it is longer, and another one after the next value. */
    public final byte[] array() {
        return bytes;
    }

    /** How long the block is. */
    public final int position() {
        return position;
    }

    /** Gives back all room; called while the block is empty. */
    public final void forgetRoom() {
        bytes = new byte[0];
    }

    /** The memory that the block takes. */
    public final int capacity() {
        return bytes.length;
    }

    /** Begins anew, and gives back what a giant row took. */
    public final void clear() {
        position = 0;
        if (bytes.length > 4 * INITIAL_CAPACITY) {
            bytes = new byte[INITIAL_CAPACITY];
        }
    }

    /**
     * Makes room behind the position.
     *
     * @param count how many bytes
     * @throws InvalidRowException if the row gets longer than a block can be
     */
    protected final void ensure(long count) {
        if (bytes.length - position < count) {
            grow(position + count);
        }
    }

    private void grow(long needed) {
        if (needed > BlockHeader.MAX_LENGTH) {
            throw new InvalidRowException(
                    "A row takes more than " + (BlockHeader.MAX_LENGTH >> 20)
                            + " MiB, the most that a part of this format can hold. Split the row into several.",
                    null);
        }
        long room = Math.max(Math.max(needed, INITIAL_CAPACITY), 2L * bytes.length);
        bytes = Arrays.copyOf(bytes, (int) Math.min(BlockHeader.MAX_LENGTH, room));
    }
}
