package dev.batchwright.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Adds flows up to a graph: a step class is one node, consecutive steps are an edge, an edge that two flows share is one. */
public final class GraphBuilder {

    private final Map<ClassName, StepModel> steps = new LinkedHashMap<>();
    private final Map<ClassName, Set<ClassName>> inputs = new LinkedHashMap<>();

    /** Takes the flows up to what is not a step. */
    public GraphBuilder(PipelineModel pipeline) {
        pipeline.flows().forEach(this::add);
    }

    private void add(PipelineModel.Flow flow) {
        Optional<StepModel> before = Optional.empty();
        for (PipelineModel.Stop stop : flow.stops()) {
            Optional<StepModel> step = stop.step();
            step.ifPresent(each -> steps.putIfAbsent(each.type(), each));
            step.ifPresent(each -> inputs.computeIfAbsent(each.type(), type -> new LinkedHashSet<>()));
            if (before.isPresent() && step.isPresent()) {
                inputsOf(step.get()).add(before.get().type());
            }
            before = step;
        }
    }

    /** The steps in the order in which the flows first name them. */
    public Collection<StepModel> steps() {
        return steps.values();
    }

    /** The steps that feed a step, in the order of the flows. */
    public List<StepModel> inputs(StepModel step) {
        return inputsOf(step).stream()
                .map(type -> Objects.requireNonNull(steps.get(type)))
                .toList();
    }

    private Set<ClassName> inputsOf(StepModel step) {
        return Objects.requireNonNull(inputs.get(step.type()));
    }

    /** A circle, if there is one: its steps, the first one again at the end. */
    public List<StepModel> cycle() {
        Set<ClassName> done = new LinkedHashSet<>();
        for (StepModel step : steps.values()) {
            List<StepModel> cycle = cycleFrom(step, new ArrayList<>(), done);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        return List.of();
    }

    /** Walks against the flow, so that the path is reversed before it is shown. */
    private List<StepModel> cycleFrom(StepModel step, List<StepModel> path, Set<ClassName> done) {
        int start = path.indexOf(step);
        path.add(step);
        if (start >= 0) {
            List<StepModel> cycle = new ArrayList<>(path.subList(start, path.size()));
            Collections.reverse(cycle);
            return cycle;
        }
        if (done.contains(step.type())) {
            return List.of();
        }
        for (StepModel input : inputs(step)) {
            List<StepModel> cycle = cycleFrom(input, new ArrayList<>(path), done);
            if (!cycle.isEmpty()) {
                return cycle;
            }
        }
        done.add(step.type());
        return List.of();
    }

    /** The graph of flows in which nothing is wrong. */
    public Graph build() {
        Map<ClassName, Graph.Node> placed = new LinkedHashMap<>();
        while (placed.size() < steps.size()) {
            StepModel next = steps.values().stream()
                    .filter(step -> !placed.containsKey(step.type()))
                    .filter(step -> placed.keySet().containsAll(inputsOf(step)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The flows lead in a circle"));
            placed.put(next.type(), new Graph.Node(next, orderedInputs(next), consumers(next)));
        }
        return new Graph(List.copyOf(placed.values()));
    }

    /** Left and right by their rows where these differ, else by the order of the flows. */
    private List<StepModel> orderedInputs(StepModel step) {
        List<StepModel> given = inputs(step);
        if (!step.kind().hasTwoInputs() || given.size() != 2) {
            return given;
        }
        Optional<ClassName> left = step.input().map(RowModel::type);
        Optional<ClassName> firstGiven = given.get(0).output().map(RowModel::type);
        Optional<ClassName> secondGiven = given.get(1).output().map(RowModel::type);
        boolean swapped = !firstGiven.equals(left) && secondGiven.equals(left);
        return swapped ? List.of(given.get(1), given.get(0)) : given;
    }

    private List<StepModel> consumers(StepModel step) {
        return steps.values().stream()
                .filter(other -> inputsOf(other).contains(step.type()))
                .toList();
    }
}
