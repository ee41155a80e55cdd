package dev.batchwright.shard;

import java.util.List;

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
 * @param batches how many batches the step has been handed up to the end of this part; 0 for a step that takes no batches
 * @param restarts where the steps between this one and the nearest one whose rows are kept have to begin again, so that they make the
 *     input rows from {@code endInputRow} on; a step that is not named begins with its first row
 * @param digests by what the rows, and those they stem from, are known again
 * @param quarantined how many of the input rows the step could not process, and put aside
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
        boolean lastShard,
        long batches,
        List<Restart> restarts,
        Digests digests,
        long quarantined) {

    /** The version of the layout that parts of this version carry. */
    public static final int FORMAT_VERSION = 1;

    /**
     * Where a step whose rows are not kept can begin again.
     *
     * @param step the name of the step
     * @param inputRow the first row of its input shard that it is given
     * @param outputRow how many rows it has made of the rows before that one
     */
    public record Restart(String step, long inputRow, long outputRow) {}

    /**
     * Digests of encoded rows, none of them negative; 0 where one is not known. They tell whether rows that had to be made again came
     * out the same, and are no protection against anyone who means to deceive.
     *
     * @param before of the parts of the shard before this one
     * @param through of the parts up to this one
     * @param input of the shards whose rows the step was given, where they were whole by then
     */
    public record Digests(long before, long through, long input) {

        /** Nothing is known. */
        public static final Digests UNKNOWN = new Digests(0, 0, 0);
    }

    /** Copies the list. */
    public PartFooter {
        restarts = List.copyOf(restarts);
    }

    /**
     * A footer of a part after which nothing has to be made again.
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
     * @param lastShard whether the step's output ends with this shard
     */
    public PartFooter(
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
        this(
                step,
                fingerprint,
                shard,
                part,
                firstInputRow,
                endInputRow,
                rowsBefore,
                rows,
                schemaHash,
                compression,
                lastPart,
                lastShard,
                0,
                List.of(),
                Digests.UNKNOWN,
                0);
    }

    /**
     * How many rows of the shard there are up to the end of this part.
     *
     * @return its rows and those before it
     */
    public long endRow() {
        return rowsBefore + rows;
    }
}
