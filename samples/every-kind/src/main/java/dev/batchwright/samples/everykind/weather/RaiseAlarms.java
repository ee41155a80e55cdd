package dev.batchwright.samples.everykind.weather;

import dev.batchwright.FlatMapStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Step;

/**
 * A flat map: makes none, one or several rows out of each.
 *
 * @param coldest the felt temperature below which people are warned, in degrees Celsius
 */
@Step
public record RaiseAlarms(double coldest) implements FlatMapStep<Bulletin, Alarm> {

    @Override
    public void flatMap(Bulletin bulletin, Output<Alarm> out) {
        if (bulletin.condition() == Condition.STORM) {
            out.add(new Alarm(bulletin.station(), bulletin.minute(), "Stay inside."));
        }
        if (bulletin.felt() < coldest) {
            out.add(new Alarm(bulletin.station(), bulletin.minute(), "Keep warm."));
        }
    }
}
