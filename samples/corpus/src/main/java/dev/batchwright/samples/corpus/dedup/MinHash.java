package dev.batchwright.samples.corpus.dedup;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Signatures of sets: the share of places at which two signatures agree estimates how much the sets overlap.
 *
 * @see <a href="https://doi.org/10.1109/SEQUEN.1997.666900">Broder, On the resemblance and containment of documents</a>
 */
final class MinHash {

    private final long[] seeds;

    /** Makes the hash functions; the same ones for the same number. */
    MinHash(int hashes) {
        this.seeds = new SplittableRandom(hashes).longs(hashes).toArray();
    }

    /** The smallest hash of all elements, for every hash function. */
    long[] signature(Set<Long> elements) {
        long[] smallest = new long[seeds.length];
        Arrays.fill(smallest, Long.MAX_VALUE);
        for (long element : elements) {
            for (int i = 0; i < seeds.length; i++) {
                smallest[i] = Math.min(smallest[i], mix(element ^ seeds[i]));
            }
        }
        return smallest;
    }

    /** The finaliser of SplitMix64. */
    static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
