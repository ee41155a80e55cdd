package dev.batchwright.samples.everykind.weather;

/**
 * Something to be told at once.
 *
 * @param station the station's number
 * @param minute when
 * @param text what
 */
public record Alarm(int station, long minute, String text) {}
