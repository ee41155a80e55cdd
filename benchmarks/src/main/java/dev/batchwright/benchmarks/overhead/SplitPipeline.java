package dev.batchwright.benchmarks.overhead;

import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;

/** Trivial steps behind a source with splits. */
@Pipeline
@Flow({
    TrivialSteps.SplitNumbers.class,
    TrivialSteps.Triple.class,
    TrivialSteps.DropMultiplesOfFour.class,
    TrivialSteps.HandOn.class,
    TrivialSteps.AddUp.class
})
interface SplitPipeline {}
