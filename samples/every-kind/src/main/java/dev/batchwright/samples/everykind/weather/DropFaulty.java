package dev.batchwright.samples.everykind.weather;

import dev.batchwright.FilterStep;
import dev.batchwright.annotation.Step;

/** A filter: keeps rows or drops them. What it drops is counted. */
@Step
public record DropFaulty() implements FilterStep<Reading> {

    @Override
    public boolean keep(Reading reading) {
        return !Double.isNaN(reading.celsius());
    }
}
