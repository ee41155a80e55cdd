package dev.batchwright.shard;

/**
 * What a part says of itself, so that a reader can check that it is what its place says, and how far its step has come.
 *
 * @param step the name of the step that made the rows
 * @param fingerprint the fingerprint of the step, in hexadecimal
 * @param shard the shard, from 0
 * @param part the part within the shard, from 0
 * @param firstInputRow the first row of the step's input shard that the part stems from
 * @param endInputRow the row after the last one that the part stems from
 * @param rowsBefore how many rows the parts before this one hold
 * @param rows how many rows the part holds
 * @param schemaHash the hash of the rows' schema
 * @param compression the compression setting, in its text form
 * @param lastPart whether the shard ends with this part
 * @param lastShard whether the step's output ends with this shard; only where the number of shards is not known beforehand
 */
public record PartFooter(
        String step,
        String fingerprint,
        int shard,
        int part,
        long firstInputRow,
        long endInputRow,
        long rowsBefore,
        long rows,
        String schemaHash,
        String compression,
        boolean lastPart,
        boolean lastShard) {

    /** The version of the layout that parts of this version carry. */
    public static final int FORMAT_VERSION = 1;
}
