package dev.batchwright.samples.everykind.weather;

import dev.batchwright.MapStep;
import dev.batchwright.annotation.Config;
import dev.batchwright.annotation.Step;

/** A map: makes one row out of each. It is a class, to show how a class is configured; a record would be shorter. */
@Step
public final class CorrectReading implements MapStep<Reading, Reading> {

    @Config
    final double offset;

    /**
     * Makes the step.
     *
     * @param offset what to add to every temperature, in degrees
     */
    public CorrectReading(double offset) {
        this.offset = offset;
    }

    @Override
    public Reading map(Reading reading) {
        return new Reading(reading.station(), reading.minute(), reading.celsius() + offset, reading.wind());
    }
}
