package dev.batchwright.processor.check;

import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.StepModel;

/** Where flows name their steps. */
final class Stops {

    private Stops() {}

    /** Where a step is named last: what is wrong about its inputs came with that flow. */
    static Place place(PipelineModel pipeline, StepModel step) {
        return pipeline.flows().stream()
                .flatMap(flow -> flow.stops().stream())
                .filter(stop -> stop.step()
                        .map(StepModel::type)
                        .filter(step.type()::equals)
                        .isPresent())
                .map(PipelineModel.Stop::place)
                .reduce(pipeline.place(), (before, after) -> after);
    }
}
