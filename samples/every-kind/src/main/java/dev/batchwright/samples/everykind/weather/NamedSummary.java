package dev.batchwright.samples.everykind.weather;

import org.jspecify.annotations.Nullable;

/**
 * What a station measured in all, as far as both are known.
 *
 * @param station the station's number
 * @param name its name; null where no one has named it
 * @param celsius the mean temperature; null where it measured nothing
 */
public record NamedSummary(
        int station, @Nullable String name, @Nullable Double celsius) {}
