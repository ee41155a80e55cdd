package dev.batchwright.samples.corpus.dedup;

/**
 * A signature of which only the last byte of each hash is kept. It is an eighth as long and estimates nearly as well, once the one
 * agreement in 256 that is chance is taken out.
 *
 * @see <a href="https://doi.org/10.1145/1772690.1772759">Li and König, b-Bit Minwise Hashing</a>
 */
final class Sketch {

    private static final double CHANCE = 1.0 / 256;

    private Sketch() {}

    static byte[] of(long[] signature) {
        byte[] sketch = new byte[signature.length];
        for (int i = 0; i < sketch.length; i++) {
            sketch[i] = (byte) signature[i];
        }
        return sketch;
    }

    /** The estimated size of the intersection of the two sets by the size of their union; around 0 it may be below 0. */
    static double jaccard(byte[] left, byte[] right) {
        int agreeing = 0;
        for (int i = 0; i < left.length; i++) {
            agreeing += left[i] == right[i] ? 1 : 0;
        }
        return ((double) agreeing / left.length - CHANCE) / (1 - CHANCE);
    }
}
