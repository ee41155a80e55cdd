package dev.batchwright.memory;

/**
 * A row and its place among all.
 *
 * @param number the place, from 0
 * @param row the row
 * @param <T> the row
 */
record Numbered<T>(long number, T row) {}
