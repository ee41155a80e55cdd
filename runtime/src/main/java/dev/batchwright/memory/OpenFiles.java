package dev.batchwright.memory;

/**
 * The files that are merged at once.
 *
 * @param bytesEach what an open file takes
 * @param most how many may be open, at least 2
 */
record OpenFiles(long bytesEach, int most) {

    /** The share of the budget that the files of one merge may take. */
    static final int SHARE = 8;

    static OpenFiles within(MemoryBudget budget) {
        long bytesEach = Math.max(1, Math.min(Spill.OPEN_BYTES, budget.limit() / (4 * SHARE)));
        long most = Math.max(2, Math.min(Integer.MAX_VALUE, budget.limit() / SHARE / bytesEach));
        return new OpenFiles(bytesEach, (int) most);
    }
}
