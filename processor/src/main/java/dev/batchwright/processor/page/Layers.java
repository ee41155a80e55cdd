package dev.batchwright.processor.page;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.StepModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * In which layer of the drawing each step stands: below all that feed it, as far up as it can (the longest path to it), and below all
 * layers of earlier stages, so that what runs together makes a band. Sources stand right above what they feed.
 */
final class Layers {

    private final Graph graph;
    private final Stages stages;
    private final Map<ClassName, Integer> layers = new HashMap<>();
    private final List<Integer> depths = new ArrayList<>();

    Layers(Graph graph, Stages stages) {
        this.graph = graph;
        this.stages = stages;
        int deepest = graph.nodes().stream()
                .mapToInt(node -> stages.depth(node.step()))
                .max()
                .orElse(0);
        for (int depth = 0; depth <= deepest; depth++) {
            place(depth);
        }
    }

    /** The layer of each node of the graph. */
    List<Integer> ofNodes() {
        return graph.nodes().stream().map(node -> layer(node.step())).toList();
    }

    /** The depth of the stages that each layer belongs to, which never becomes less downwards. */
    List<Integer> depths() {
        return List.copyOf(depths);
    }

    private int layer(StepModel step) {
        return Objects.requireNonNull(layers.get(step.type()));
    }

    private void place(int depth) {
        List<Graph.Node> nodes = graph.nodes().stream()
                .filter(node -> stages.depth(node.step()) == depth)
                .toList();
        int first = depths.size();
        for (Graph.Node node : nodes) {
            int below = node.inputs().stream().mapToInt(this::layer).max().orElse(-1) + 1;
            int layer = Math.max(first, below);
            layers.put(node.step().type(), layer);
            while (depths.size() <= layer) {
                depths.add(depth);
            }
        }
        nodes.stream().filter(node -> node.inputs().isEmpty()).forEach(this::pullDown);
    }

    private void pullDown(Graph.Node source) {
        int lowest = source.consumers().stream()
                .filter(consumer -> layers.containsKey(consumer.type()))
                .mapToInt(consumer -> layer(consumer) - 1)
                .min()
                .orElse(depths.size() - 1);
        layers.put(source.step().type(), lowest);
    }
}
