package dev.batchwright.samples.everykind.columns;

import dev.batchwright.MapStep;
import dev.batchwright.annotation.Compression;
import dev.batchwright.annotation.Format;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Step;

/** Hands rows on as they are, and has them kept in the object format. */
@Step(persist = Persist.ALWAYS, format = Format.OBJECT, compression = Compression.LZ4)
public record KeepAsObject() implements MapStep<Everything, Everything> {

    @Override
    public Everything map(Everything row) {
        return row;
    }
}
