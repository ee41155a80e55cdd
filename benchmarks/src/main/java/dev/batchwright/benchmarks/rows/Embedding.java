package dev.batchwright.benchmarks.rows;

import dev.batchwright.annotation.Row;
import java.io.Serializable;

/**
 * A row with a vector.
 *
 * @param id the number of the row
 * @param vector 384 numbers
 */
@Row
@SuppressWarnings("ArrayRecordComponent") // a vector is what is to be stored
public record Embedding(long id, float[] vector) implements Serializable {

    /** How many numbers a vector has. */
    public static final int DIMENSIONS = 384;

    /**
     * Makes the vector of an id: numbers from -0.5 to 0.5 that look random, by the mixing function of splitmix64; see Steele, Lea and
     * Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
     *
     * @param id the number of the row
     * @return the row
     */
    public static Embedding of(long id) {
        float[] vector = new float[DIMENSIONS];
        for (int j = 0; j < DIMENSIONS; j++) {
            long z = (id * DIMENSIONS + j + 1) * 0x9E3779B97F4A7C15L;
            z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            z ^= z >>> 31;
            vector[j] = (float) ((z >>> 40) - (1 << 23)) / (1 << 24);
        }
        return new Embedding(id, vector);
    }
}
