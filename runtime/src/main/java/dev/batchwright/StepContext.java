package dev.batchwright;

/**
 * Where a step finds itself when a worker opens it.
 *
 * @param step the step's name
 * @param worker the number of the worker, from 0, unique among the workers that open this step in this run
 * @param fingerprint the step's fingerprint in hexadecimal: what its output depends on
 */
public record StepContext(String step, int worker, String fingerprint) {}
