package dev.batchwright.benchmarks.auto;

import dev.batchwright.shard.choice.CandidateFigures;
import dev.batchwright.shard.choice.DiskRate;

/**
 * What all rows of a shape cost in one format and compression.
 *
 * @param encoding the format and the compression
 * @param rows the rows
 * @param bytes the bytes of the part
 * @param encodeNanos the processor time of encoding, the median of some rounds
 * @param decodeNanos the processor time of decoding, the median of some rounds
 */
record FixedCosts(String encoding, int rows, long bytes, long encodeNanos, long decodeNanos) {

    /** The same score as that of a trial, in seconds. */
    double score(DiskRate disk) {
        return CandidateFigures.score(disk, bytes, encodeNanos, decodeNanos) / 1e9;
    }
}
