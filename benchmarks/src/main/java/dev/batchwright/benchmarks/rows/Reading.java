package dev.batchwright.benchmarks.rows;

import dev.batchwright.annotation.Row;
import java.io.Serializable;

/**
 * A row of numbers: what a sensor says.
 *
 * @param time milliseconds since 1970, growing from row to row
 * @param value what was measured
 * @param sensor which of a thousand sensors
 */
@Row
public record Reading(long time, double value, int sensor) implements Serializable {}
