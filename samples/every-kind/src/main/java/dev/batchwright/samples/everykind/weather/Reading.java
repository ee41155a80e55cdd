package dev.batchwright.samples.everykind.weather;

/**
 * What a station measured.
 *
 * @param station the station's number
 * @param minute when, in minutes since the beginning
 * @param celsius the temperature; not a number where the sensor failed
 * @param wind the wind in metres per second
 */
public record Reading(int station, long minute, double celsius, double wind) {}
