package dev.batchwright.processor.check;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepKind;
import dev.batchwright.processor.model.StepModel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every step takes what the step before it makes. */
final class FlowTypes implements PipelineCheck {

    /** An edge is judged once, however many flows share it. */
    private record Edge(ClassName from, ClassName to) {}

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        GraphBuilder graph = new GraphBuilder(pipeline);
        Set<Edge> seen = new HashSet<>();
        Set<ClassName> misplaced = new HashSet<>();
        for (PipelineModel.Flow flow : pipeline.flows()) {
            for (int index = 1; index < flow.stops().size(); index++) {
                StepModel before = flow.stops().get(index - 1).step().orElseThrow();
                PipelineModel.Stop stop = flow.stops().get(index);
                StepModel step = stop.step().orElseThrow();
                boolean isSaidBefore = before.kind() == StepKind.FILTER && misplaced.contains(before.type());
                if (seen.add(new Edge(before.type(), step.type())) && !isSaidBefore) {
                    checkPair(before, stop, graph, misplaced, problems);
                }
            }
        }
    }

    /** Remembers steps in the wrong place: a filter among them makes wrong rows for the sole reason that it takes them. */
    private static void checkPair(
            StepModel before,
            PipelineModel.Stop stop,
            GraphBuilder graph,
            Set<ClassName> misplaced,
            Problems problems) {
        StepModel step = stop.step().orElseThrow();
        if (before.output().isEmpty() || step.input().isEmpty()) {
            return; // a sink before or a source behind; said elsewhere
        }
        RowModel made = before.output().get();
        boolean fits = Stream.of(step.input(), step.rightInput())
                .flatMap(Optional::stream)
                .anyMatch(taken -> taken.type().equals(made.type()));
        if (!fits) {
            RowModel taken = step.input().get();
            misplaced.add(step.type());
            problems.report(
                    Message.FLOW_TYPE_MISMATCH,
                    stop.place(),
                    before.simpleName(),
                    name(made, taken),
                    step.simpleName(),
                    taken(step, made),
                    RowDifference.between(made, taken) + between(made, taken, graph));
        }
    }

    private static String taken(StepModel step, RowModel made) {
        String left = name(step.input().orElseThrow(), made);
        return step.rightInput()
                .map(right -> left + " and " + name(right, made))
                .filter(both -> step.kind().hasTwoInputs())
                .orElse(left);
    }

    /** With the package where the simple names of two rows are the same. */
    private static String name(RowModel row, RowModel other) {
        boolean isAmbiguous = row.type().simpleName().equals(other.type().simpleName());
        return isAmbiguous ? row.type().canonicalName() : row.type().simpleName();
    }

    private static String between(RowModel made, RowModel taken, GraphBuilder graph) {
        return graph.steps().stream()
                .filter(each -> type(each.input()).equals(Optional.of(made.type())))
                .filter(each -> type(each.output()).equals(Optional.of(taken.type())))
                .findFirst()
                .map(each -> " Put " + each.simpleName() + " in between.")
                .orElse(" Put a step in between, or change one of the two.");
    }

    private static Optional<ClassName> type(Optional<RowModel> row) {
        return row.map(RowModel::type);
    }
}
