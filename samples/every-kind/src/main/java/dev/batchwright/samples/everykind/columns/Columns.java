package dev.batchwright.samples.everykind.columns;

import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;

/** Keeps the same rows in every format, so that they can be compared. */
@Pipeline
@Flow({MakeEverything.class, KeepAsMessagePack.class})
@Flow({MakeEverything.class, KeepAsObject.class})
@Flow({MakeEverything.class, KeepAsParquet.class})
public interface Columns {}
