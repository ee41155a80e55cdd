package dev.batchwright.shard.msgpack;

import java.util.Arrays;

/**
 * How many values the containers that were begun and not ended still lack. MessagePack says how many values a container has before
 * they come, and one too many or too few would shift all that follows.
 */
final class OpenContainers {

    private int[] outer = new int[8];
    private int depth;
    private int missing;

    void count() {
        missing--;
    }

    void begin(int values) {
        missing--;
        if (depth == outer.length) {
            outer = Arrays.copyOf(outer, 2 * depth);
        }
        outer[depth++] = missing;
        missing = values;
    }

    /** Ends the container that was begun last, and tells whether it got all values and no more. */
    boolean end() {
        boolean complete = missing == 0;
        missing = outer[--depth];
        return complete;
    }

    /** The index of the value that was counted last among those of the outermost container. */
    int indexInOutermost(int size) {
        int missingThere = depth > 1 ? outer[1] : missing;
        return Math.max(0, Math.min(size - 1, size - missingThere - 1));
    }
}
