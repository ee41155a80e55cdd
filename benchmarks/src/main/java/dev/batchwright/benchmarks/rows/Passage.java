package dev.batchwright.benchmarks.rows;

import dev.batchwright.annotation.Row;
import java.io.Serializable;

/**
 * A row of text.
 *
 * @param id the number of the row
 * @param text about a kilobyte of what was said in the European Parliament
 */
@Row
public record Passage(long id, String text) implements Serializable {}
