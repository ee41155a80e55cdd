package dev.batchwright;

import java.util.Comparator;
import java.util.List;

/**
 * What a look at all parts of a cache has found, and what mending would cost. Only finished steps are looked at, under the fingerprint
 * that readers see.
 *
 * @param pipeline the pipeline's name
 * @param steps the finished steps by name
 */
public record VerifyReport(String pipeline, List<VerifiedStep> steps) {

    /** Copies the list. */
    public VerifyReport {
        steps = List.copyOf(steps);
    }

    /**
     * Whether nothing is damaged.
     *
     * @return false if any step has damage
     */
    public boolean isSound() {
        return steps.stream().allMatch(VerifiedStep::isSound);
    }

    /**
     * What was found of one step.
     *
     * @param name the step's name
     * @return its findings
     * @throws IllegalArgumentException if the cache has no finished step of this name
     */
    public VerifiedStep step(String name) {
        return steps.stream()
                .filter(step -> step.step().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The cache of pipeline " + pipeline + " has no finished step " + name));
    }

    /** The report as a table for people, with a line for each damage. */
    @Override
    public String toString() {
        return VerifyTable.of(this);
    }

    /**
     * The findings of one step.
     *
     * @param step its name
     * @param fingerprint its fingerprint
     * @param shards the shards that its output has
     * @param wholeShards how many of them are whole and sound
     * @param parts the parts that were looked at
     * @param partsByFooter how many of them only by their footer, because nothing knows how to check more of their format
     * @param bytesRead the bytes that were read for it
     * @param damage what is wrong, by shard and part
     * @param repair what the next run would have to do for it
     */
    public record VerifiedStep(
            String step,
            String fingerprint,
            int shards,
            int wholeShards,
            long parts,
            long partsByFooter,
            long bytesRead,
            List<Damage> damage,
            Repair repair) {

        /** Copies the list. */
        public VerifiedStep {
            damage = List.copyOf(damage);
        }

        /**
         * How many rows cannot be read, or not all of their columns, as far as that can be told.
         *
         * @return a number of rows, each counted once
         */
        public long damagedRows() {
            long rows = 0;
            int shard = -1;
            long counted = 0;
            for (Damage lost : damage.stream().sorted(Damage.BY_ROWS).toList()) {
                counted = lost.shard() == shard ? counted : 0;
                shard = lost.shard();
                rows += Math.max(0, lost.endRow() - Math.max(counted, lost.firstRow()));
                counted = Math.max(counted, lost.endRow());
            }
            return rows;
        }

        /**
         * Whether nothing of the step is damaged.
         *
         * @return false if something is
         */
        public boolean isSound() {
            return damage.isEmpty();
        }
    }

    /**
     * Something that is not as it was written.
     *
     * @param shard the shard; -1 where a file of the whole step is damaged
     * @param file the file, relative to the cache directory
     * @param firstRow the first row of the shard that is lost by it
     * @param endRow the row of the shard after the last that is lost; -1 where that cannot be told
     * @param what what is wrong
     */
    public record Damage(int shard, String file, long firstRow, long endRow, String what) {

        private static final Comparator<Damage> BY_ROWS =
                Comparator.comparingInt(Damage::shard).thenComparingLong(Damage::firstRow);
    }

    /**
     * What it takes to make damaged shards again. For a sink, to hand its rows to it again.
     *
     * @param shards the shards; none where nothing is damaged
     * @param rows their rows, as far as what is left says
     * @param bytes the bytes of their parts, as far as they are there
     * @param from the nearest steps before this one whose rows are kept, or that are sources; none where it is a source itself
     */
    public record Repair(List<Integer> shards, long rows, long bytes, List<String> from) {

        /** Nothing has to be done. */
        public static final Repair NOTHING = new Repair(List.of(), 0, 0, List.of());

        /** Copies the lists. */
        public Repair {
            shards = List.copyOf(shards);
            from = List.copyOf(from);
        }
    }
}
