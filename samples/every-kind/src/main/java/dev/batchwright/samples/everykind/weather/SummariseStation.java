package dev.batchwright.samples.everykind.weather;

import dev.batchwright.Dataset;
import dev.batchwright.KeyedStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Step;

/** A keyed step: sees all rows of a key together, however many, without holding them. */
@Step
public record SummariseStation() implements KeyedStep<Integer, Reading, Summary> {

    @Override
    public Integer key(Reading reading) {
        return reading.station();
    }

    @Override
    public void process(Integer station, Dataset<Reading> readings, Output<Summary> out) {
        long number = 0;
        double sum = 0;
        for (Reading reading : readings) {
            number++;
            sum += reading.celsius();
        }
        out.add(new Summary(station, number, sum / number));
    }
}
