package dev.batchwright.samples.everykind.weather;

/**
 * How warm it feels.
 *
 * @param station the station's number
 * @param minute when
 * @param celsius the temperature that it feels like
 */
public record FeltTemperature(int station, long minute, double celsius) {}
