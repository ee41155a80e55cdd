package dev.batchwright.shard.block;

import java.util.Arrays;

/**
 * How many values the containers that were begun and not ended still lack. Formats that say how many values a container has before
 * they come need it: one too many or too few would shift all that follows.
 */
public final class OpenContainers {

    private int[] outer = new int[8];
    private int depth;
    private int missing;

    /** Notes that a value came. */
    public void count() {
        missing--;
    }

    /** Notes that a value came which is a container of so many others. */
    public void begin(int values) {
        missing--;
        if (depth == outer.length) {
            outer = Arrays.copyOf(outer, 2 * depth);
        }
        outer[depth++] = missing;
        missing = values;
    }

    /** Ends the container that was begun last, and tells whether it got all values and no more. */
    public boolean end() {
        boolean complete = missing == 0;
        missing = outer[--depth];
        return complete;
    }

    /** The index of the value that was counted last among those of the outermost container. */
    public int indexInOutermost(int size) {
        int missingThere = depth > 1 ? outer[1] : missing;
        return Math.max(0, Math.min(size - 1, size - missingThere - 1));
    }
}
