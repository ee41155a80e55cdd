package dev.batchwright.memory;

/**
 * What sorting takes.
 *
 * @param step the step on whose behalf
 * @param form how rows are written to files
 * @param budget what they are counted against
 * @param waiting is called again and again, and ends the work by an exception
 * @param <T> the rows
 */
public record SortSpace<T>(String step, SpilledForm<T> form, MemoryBudget budget, Runnable waiting) {

    /** The same for rows with their numbers. */
    SortSpace<Numbered<T>> numbered() {
        SpilledForm<Numbered<T>> numbered = new SpilledForm<>(
                new NumberedSerializer<>(form.serializer()), form.format(), form.compression(), form.files());
        return new SortSpace<>(step, numbered, budget, waiting);
    }
}
