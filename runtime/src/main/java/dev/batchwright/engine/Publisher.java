package dev.batchwright.engine;

import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Notes steps as finished as soon as all of their shards are whole; readers then see their rows. Called under the scheduler's lock.
 */
final class Publisher {

    private final RunContext context;
    private final Map<Stage, StageRun> stages;
    private final List<StepRuntime> waiting = new ArrayList<>();

    Publisher(RunContext context, Map<Stage, StageRun> stages) {
        this.context = context;
        this.stages = stages;
        waiting.addAll(context.steps().values());
    }

    void publish() {
        for (Iterator<StepRuntime> steps = waiting.iterator(); steps.hasNext(); ) {
            StepRuntime step = steps.next();
            if (isWhole(step)) {
                if (step.quarantine() != null) {
                    step.quarantine().checkAtEnd();
                }
                context.cache()
                        .publish(
                                step.name(),
                                step.store().output(),
                                context.shards().all(step.name()));
                steps.remove();
            }
        }
    }

    private boolean isWhole(StepRuntime step) {
        for (Lane lane : context.graph().lanes(step.name())) {
            if (!Objects.requireNonNull(stages.get(lane.stage())).isFinished()) {
                return false;
            }
        }
        return true;
    }
}
