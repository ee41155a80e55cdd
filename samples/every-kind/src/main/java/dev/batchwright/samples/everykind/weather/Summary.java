package dev.batchwright.samples.everykind.weather;

/**
 * What a station measured in all.
 *
 * @param station the station's number
 * @param readings how many readings
 * @param celsius the mean temperature
 */
public record Summary(int station, long readings, double celsius) {}
