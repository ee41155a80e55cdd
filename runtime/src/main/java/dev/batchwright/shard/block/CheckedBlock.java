package dev.batchwright.shard.block;

import dev.batchwright.CorruptShardException;
import org.jspecify.annotations.Nullable;

/** A place within a block. Every length is checked against what is left of the block before anything else is done with it. */
public abstract class CheckedBlock {

    /** Holds the block's rows; nothing behind what is left belongs to them. */
    protected final byte[] data;

    /** The place: the next value begins here. */
    protected int position;

    private final BlockRows block;
    private final int limit;

    /**
     * Takes a place.
     *
     * @param block the rows of the block
     * @param position where in them
     */
    protected CheckedBlock(BlockRows block, int position) {
        this.block = block;
        this.data = block.data();
        this.limit = block.length();
        this.position = position;
    }

    /** The place. */
    public final int position() {
        return position;
    }

    /** Goes to another place that {@link #position} gave. */
    public final void moveTo(int place) {
        position = place;
    }

    /** How many bytes follow. */
    public final int left() {
        return limit - position;
    }

    final void checkAtEnd() {
        if (position != limit) {
            throw corrupt((limit - position) + " bytes follow the last row");
        }
    }

    /**
     * Goes past some bytes.
     *
     * @return where they begin; they are there
     */
    protected final int take(int count) {
        int at = position;
        if (limit - at < count) {
            throw tooShort(count);
        }
        position = at + count;
        return at;
    }

    /**
     * Checks a number of bytes, or of values of at least one byte, that follow.
     *
     * @return the number
     */
    protected final int available(long count) {
        if (limit - position < count) {
            throw tooShort(count);
        }
        return (int) count;
    }

    private CorruptShardException tooShort(long count) {
        return corrupt(count + " bytes or values are announced where " + (limit - position) + " bytes are left");
    }

    /** What to throw when the bytes before the position make no sense. */
    public final CorruptShardException corrupt(String what) {
        return corrupt(what, null);
    }

    /** What to throw when the bytes before the position make no sense, as an exception says. */
    public final CorruptShardException corrupt(String what, @Nullable Throwable cause) {
        return block.corrupt(position, what, cause);
    }
}
