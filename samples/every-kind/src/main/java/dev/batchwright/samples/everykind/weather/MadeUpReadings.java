package dev.batchwright.samples.everykind.weather;

import dev.batchwright.RowReader;
import org.jspecify.annotations.Nullable;

/** Readings that follow from their number alone, so that reading can begin at any of them. One in 97 is faulty. */
final class MadeUpReadings implements RowReader<Reading> {

    private static final int FAULTY = 97;

    private final int minutes;
    private final long end;
    private long row;

    MadeUpReadings(int minutes, long first, long end) {
        this.minutes = minutes;
        this.row = first;
        this.end = end;
    }

    @Override
    public @Nullable Reading next() {
        if (row == end) {
            return null;
        }
        int station = Math.toIntExact(row / minutes);
        long minute = row % minutes;
        double celsius = row % FAULTY == 0 ? Double.NaN : 15 + station + 25 * Math.sin(row / 50.0);
        row++;
        return new Reading(station, minute, celsius, Math.abs(minute % 60 - 30));
    }
}
