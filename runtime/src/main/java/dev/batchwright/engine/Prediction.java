package dev.batchwright.engine;

import dev.batchwright.memory.StepMemory;
import dev.batchwright.memory.TaskMemory;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;

/** The memory of tasks: what they are predicted to hold, and what they have held. */
final class Prediction {

    /** What the reading of a file takes: a block or page as it is there, the same decoded, and some rows. */
    private static final long READING_BYTES = 1L << 20;

    private static final long READING_SHARE = 64;

    private Prediction() {}

    /** What a task of a stage will hold at most, all of its steps together. */
    static long of(RunContext context, Stage stage, long input) {
        long sum = reading(context);
        for (Lane lane : stage.lanes()) {
            sum += context.step(lane).memory().predicted(input);
        }
        return sum;
    }

    /** What is held for each file that a task reads. */
    static long reading(RunContext context) {
        return Math.max(1, Math.min(READING_BYTES, context.memory().limit() / READING_SHARE));
    }

    /** Learns from a task that has ended well. */
    static void learn(RunContext context, TaskMemory memory, long input) {
        for (StepMemory step : memory.steps()) {
            context.step(step.step()).memory().held(step.peak(), input);
        }
    }
}
