package dev.batchwright.samples.everykind.weather;

import dev.batchwright.AlignedBatchStep;
import dev.batchwright.Batch;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * An aligned batch step, and the right branch of a zip: takes rows by batches and makes one row out of each, in their order. As if
 * it asked a service far away, four batches are under way at once; their rows come out in order all the same. The typed view of a
 * batch reads only the columns that are touched.
 */
@Step(concurrency = 4)
@BatchSize(64)
public record NameCondition() implements AlignedBatchStep<Reading, NamedCondition> {

    private static final double STORM = 25;
    private static final double HEAT = 30;

    @Override
    public List<NamedCondition> process(Batch<Reading> batch) {
        ReadingBatch columns = ReadingBatch.of(batch);
        List<NamedCondition> named = new ArrayList<>(batch.size());
        for (int row = 0; row < batch.size(); row++) {
            named.add(new NamedCondition(condition(columns.celsius(row), columns.wind(row))));
        }
        return named;
    }

    private static Condition condition(double celsius, double wind) {
        if (wind > STORM) {
            return Condition.STORM;
        }
        if (celsius > HEAT) {
            return Condition.HEAT;
        }
        return celsius < 0 ? Condition.FROST : Condition.MILD;
    }
}
