package dev.batchwright.samples.everykind.weather;

/** A reading in a word. */
public enum Condition {
    FROST,
    MILD,
    HEAT,
    STORM
}
