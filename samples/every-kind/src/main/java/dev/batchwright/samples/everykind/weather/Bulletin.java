package dev.batchwright.samples.everykind.weather;

/**
 * What is told of one reading.
 *
 * @param station the station's number
 * @param minute when
 * @param felt the temperature that it feels like, in degrees Celsius
 * @param condition the word for it
 */
public record Bulletin(int station, long minute, double felt, Condition condition) {}
