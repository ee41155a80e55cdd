package dev.batchwright.text;

import dev.batchwright.BatchwrightException;
import org.jspecify.annotations.Nullable;

/** A value is not what its column needs. The reader that knows the file and the line catches it and adds them. */
public final class InvalidValueException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String column;
    private final String problem;

    /**
     * Makes an exception, whose message has no full stop.
     *
     * @param column the column, with the records, elements and keys that it lies in; null if the row as a whole is meant
     * @param problem what was expected and what was found
     */
    public InvalidValueException(@Nullable String column, String problem) {
        this(column, problem, null);
    }

    InvalidValueException(@Nullable String column, String problem, @Nullable Throwable cause) {
        super(column == null ? problem : "column " + column + ": " + problem, cause);
        this.column = column;
        this.problem = problem;
    }

    /**
     * Which column is meant.
     *
     * @return the column, such as {@code meta.tags[3]}; null if the row as a whole is meant
     */
    public @Nullable String column() {
        return column;
    }

    /**
     * What is wrong, without the column.
     *
     * @return what was expected and what was found
     */
    public String problem() {
        return problem;
    }
}
