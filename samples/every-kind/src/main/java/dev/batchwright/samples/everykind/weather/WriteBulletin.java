package dev.batchwright.samples.everykind.weather;

import dev.batchwright.ZipStep;
import dev.batchwright.annotation.Step;

/** A zip: joins two branches row by row. It compiles only where both make one row out of each row of the step that they fork at. */
@Step
public record WriteBulletin() implements ZipStep<FeltTemperature, NamedCondition, Bulletin> {

    @Override
    public Bulletin zip(FeltTemperature felt, NamedCondition named) {
        return new Bulletin(felt.station(), felt.minute(), felt.celsius(), named.condition());
    }
}
