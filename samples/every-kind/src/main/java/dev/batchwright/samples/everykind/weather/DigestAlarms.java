package dev.batchwright.samples.everykind.weather;

import dev.batchwright.Batch;
import dev.batchwright.BatchStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Step;

/** A batch step: takes rows by batches and makes any number of rows out of a batch, here one. */
@Step
@BatchSize(20)
public record DigestAlarms() implements BatchStep<Alarm, Digest> {

    @Override
    public void process(Batch<Alarm> batch, Output<Digest> out) {
        out.add(new Digest(
                batch.size(),
                batch.stream().map(Alarm::text).distinct().sorted().toList()));
    }
}
