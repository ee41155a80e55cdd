package dev.batchwright;

/**
 * Where a step finds itself when a worker opens it.
 *
 * @param step the step's name
 * @param worker the number of the worker among those that open this step in this run: 0 for the first, whose {@code open} has ended
 *     before that of any other begins
 * @param fingerprint changes with everything that the step's output depends on, its cut into shards included; in hexadecimal
 */
public record StepContext(String step, int worker, String fingerprint) {}
