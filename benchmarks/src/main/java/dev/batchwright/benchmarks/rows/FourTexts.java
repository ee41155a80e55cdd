package dev.batchwright.benchmarks.rows;

import dev.batchwright.annotation.Row;
import java.io.Serializable;

/**
 * A row with four columns alike, of which a reader wants one.
 *
 * @param first 256 characters of text
 * @param second the 256 characters after them
 * @param third the next
 * @param fourth the last
 */
@Row
public record FourTexts(String first, String second, String third, String fourth) implements Serializable {}
