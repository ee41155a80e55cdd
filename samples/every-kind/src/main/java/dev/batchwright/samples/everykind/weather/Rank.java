package dev.batchwright.samples.everykind.weather;

/**
 * A station's place among all.
 *
 * @param place from 1, the warmest
 * @param name the station's name
 * @param degreesBelowWarmest how much colder it is than the warmest
 */
public record Rank(int place, String name, double degreesBelowWarmest) {}
