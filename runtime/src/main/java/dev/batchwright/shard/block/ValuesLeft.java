package dev.batchwright.shard.block;

import java.util.Arrays;

/** How many values are still to come in each of the containers that were begun and not read to their ends. */
public final class ValuesLeft {

    private int[] outer = new int[16];
    private int depth;
    private int next;
    private int size;

    /** Forgets the containers of a value that was not read to its end. */
    public void clear() {
        depth = 0;
    }

    /** Begins a container of so many values. */
    public void begin(int values) {
        if (depth + 2 > outer.length) {
            outer = Arrays.copyOf(outer, 2 * outer.length);
        }
        outer[depth++] = next;
        outer[depth++] = size;
        next = 0;
        size = values;
    }

    /** The index of the next value in the container that was begun last; or -1 if there is none, which ends the container. */
    public int next() {
        if (next < size) {
            return next++;
        }
        size = outer[--depth];
        next = outer[--depth];
        return -1;
    }
}
