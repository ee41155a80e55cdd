package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.PipelineModel;

/** One rule for pipelines whose steps are right. */
interface PipelineCheck {

    void check(PipelineModel pipeline, Problems problems);
}
