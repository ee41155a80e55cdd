package dev.batchwright.samples.everykind.weather;

/**
 * What people would say.
 *
 * @param condition the word for it
 */
public record NamedCondition(Condition condition) {}
