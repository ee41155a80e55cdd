package dev.batchwright.processor.page;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.StepKind;
import dev.batchwright.processor.model.StepModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which steps run fused with which others, as the runtime's {@code StageGraph} has it: a source or a barrier begins a stage, and so do
 * the stored rows of a step whose shards are not known before it has run. A step that several stages feed runs in each of them.
 */
final class Stages {

    /** A stage. Two stages are never the same one. */
    static final class Stage {

        private final StepModel begins;
        private final int depth;
        private final boolean isOfStoredRows;
        private final List<String> steps = new ArrayList<>();

        private Stage(StepModel begins, int depth, boolean isOfStoredRows) {
            this.begins = begins;
            this.depth = depth;
            this.isOfStoredRows = isOfStoredRows;
        }

        /** The step that it begins with, or whose stored rows it reads. */
        StepModel begins() {
            return begins;
        }

        /** How many stages have to come before it, one after the other. */
        int depth() {
            return depth;
        }

        /** Whether it reads the stored rows of the step that it begins with. */
        boolean isOfStoredRows() {
            return isOfStoredRows;
        }

        /** The names of the steps that run in it. */
        List<String> steps() {
            return List.copyOf(steps);
        }
    }

    private final List<Stage> all = new ArrayList<>();
    private final Map<ClassName, Set<Stage>> placed = new HashMap<>();
    private final Map<ClassName, Set<Stage>> outputs = new HashMap<>();

    Stages(Graph graph) {
        graph.nodes().forEach(this::place);
        all.removeIf(stage -> stage.steps.isEmpty());
    }

    /** The stages, each after those that it needs. */
    List<Stage> all() {
        return List.copyOf(all);
    }

    /** The numbers, from 1, of the stages that a step runs in. */
    List<Integer> numbers(StepModel step) {
        return stagesOf(step, placed).stream()
                .map(stage -> all.indexOf(stage) + 1)
                .sorted()
                .toList();
    }

    /** How many stages have to come before a step, one after the other. */
    int depth(StepModel step) {
        return stagesOf(step, placed).stream().mapToInt(Stage::depth).max().orElse(0);
    }

    private void place(Graph.Node node) {
        StepModel step = node.step();
        Set<Stage> stages = new LinkedHashSet<>();
        if (step.kind().isSource() || step.kind().isBarrier()) {
            int depth = node.inputs().stream().mapToInt(this::depth).max().orElse(-1) + 1;
            stages.add(begin(step, depth, false));
        } else {
            node.inputs().forEach(input -> stages.addAll(stagesOf(input, outputs)));
        }
        stages.forEach(stage -> stage.steps.add(step.name()));
        placed.put(step.type(), stages);
        outputs.put(step.type(), isStoredAndCut(node) ? Set.of(begin(step, depth(step) + 1, true)) : stages);
    }

    private static boolean isStoredAndCut(Graph.Node node) {
        StepKind kind = node.step().kind();
        return node.isPersisted() && (kind == StepKind.SEQUENTIAL_SOURCE || kind == StepKind.GLOBAL);
    }

    private Stage begin(StepModel step, int depth, boolean isOfStoredRows) {
        Stage stage = new Stage(step, depth, isOfStoredRows);
        all.add(stage);
        return stage;
    }

    private static Set<Stage> stagesOf(StepModel step, Map<ClassName, Set<Stage>> stages) {
        return Objects.requireNonNull(stages.get(step.type()));
    }
}
