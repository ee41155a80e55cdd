package dev.batchwright.samples.everykind.weather;

/**
 * A weather station.
 *
 * @param number its number
 * @param name its name
 */
public record Station(int number, String name) {}
