package dev.batchwright.memory;

/**
 * What sorting takes.
 *
 * @param step the step on whose behalf
 * @param form how rows are written to files
 * @param budget what they are counted against
 * @param check is called again and again, and ends the work by an exception
 * @param waiting is called again and again while there is no memory, and ends the wait by an exception
 * @param <T> the rows
 */
public record SortSpace<T>(String step, SpilledForm<T> form, MemoryBudget budget, Runnable check, Runnable waiting) {

    /**
     * Where nothing else is to be done while it waits.
     *
     * @param step the step on whose behalf
     * @param form how rows are written to files
     * @param budget what they are counted against
     * @param check is called again and again, also while there is no memory, and ends the work by an exception
     */
    public SortSpace(String step, SpilledForm<T> form, MemoryBudget budget, Runnable check) {
        this(step, form, budget, check, check);
    }

    /** The same for rows with their numbers. */
    SortSpace<Numbered<T>> numbered() {
        SpilledForm<Numbered<T>> numbered = new SpilledForm<>(
                new NumberedSerializer<>(form.serializer()), form.format(), form.compression(), form.files());
        return new SortSpace<>(step, numbered, budget, check, waiting);
    }
}
