package dev.batchwright.importer;

import org.jspecify.annotations.Nullable;

/**
 * A row that the record it was to become does not accept.
 *
 * @param row its number among the rows of its step that the cache holds, from 0
 * @param column the column that does not fit, such as {@code meta.tags[3]}; null if the row as a whole does not
 * @param reason what was expected and what was found
 */
public record UnmappedRow(long row, @Nullable String column, String reason) {}
