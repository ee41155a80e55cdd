package dev.batchwright.engine;

import java.util.List;

/** The stages that have to be finished before a barrier can start. */
record InputStages(List<StageRun> stages) {

    InputStages {
        stages = List.copyOf(stages);
    }

    boolean areFinished() {
        return stages.stream().allMatch(StageRun::isFinished);
    }
}
