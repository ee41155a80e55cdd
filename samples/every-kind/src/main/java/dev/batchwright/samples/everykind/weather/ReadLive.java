package dev.batchwright.samples.everykind.weather;

import dev.batchwright.RowReader;
import dev.batchwright.SequentialSource;
import dev.batchwright.annotation.Step;

/**
 * A sequential source: reads rows that come in one stream, which can be entered at any row but not be split.
 *
 * @param station the station that is still measuring
 * @param readings how many readings it has made so far
 */
@Step
public record ReadLive(int station, int readings) implements SequentialSource<Reading> {

    @Override
    public RowReader<Reading> open(long firstRow) {
        long first = (long) station * readings;
        return new MadeUpReadings(readings, first + firstRow, first + readings);
    }
}
