package dev.batchwright.processor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where nodes and edges stand. */
class LayeredLayoutTest {

    private static final int SEEDS = 300;
    private static final double LEAST_GAP = 28;
    private static final double TOLERANCE = 0.01;

    @Test
    void noNodeCoversAnotherOneOrAnEdgeThatPassesBy() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Graph graph = new Graph(new Random(seed));
            LayeredLayout layout = graph.layout();
            for (List<Span> layer : graph.spans(layout)) {
                Span before = new Span(-LEAST_GAP, -LEAST_GAP);
                for (Span span : layer) {
                    boolean isBeside = span.left() - before.right() > LEAST_GAP - TOLERANCE;
                    boolean isInside = span.left() > -TOLERANCE && span.right() < layout.width() + TOLERANCE;
                    assertThat(isBeside && isInside)
                            .as("seed %s: %s after %s", seed, span, before)
                            .isTrue();
                    before = span;
                }
            }
        }
    }

    @Test
    void routesBeginAndEndAtTheirNodes() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Graph graph = new Graph(new Random(seed));
            LayeredLayout layout = graph.layout();
            for (int edge = 0; edge < graph.edges.size(); edge++) {
                LayeredLayout.Edge ends = graph.edges.get(edge);
                List<Double> route = layout.route(edge);
                boolean isWhole = route.size() == graph.layers.get(ends.to()) - graph.layers.get(ends.from()) + 1
                        && route.get(0) == layout.centre(ends.from())
                        && route.get(route.size() - 1) == layout.centre(ends.to());
                assertThat(isWhole).as("seed %s: %s by %s", seed, ends, route).isTrue();
            }
        }
    }

    @Test
    void aChainStandsStraight() {
        LayeredLayout layout = new LayeredLayout(
                List.of(100.0, 40.0, 80.0),
                List.of(0, 1, 2),
                List.of(new LayeredLayout.Edge(0, 1), new LayeredLayout.Edge(1, 2)));

        assertThat(List.of(layout.centre(0), layout.centre(1), layout.centre(2)))
                .containsOnly(50.0);
    }

    @Test
    void edgesAreUncrossedWhereThatCanBe() {
        LayeredLayout layout = new LayeredLayout(
                List.of(50.0, 50.0, 50.0, 50.0),
                List.of(0, 0, 1, 1),
                List.of(new LayeredLayout.Edge(0, 3), new LayeredLayout.Edge(1, 2)));

        assertThat(layout.centre(0) < layout.centre(1)).isEqualTo(layout.centre(3) < layout.centre(2));
    }

    /** What a node, or an edge that passes by, takes of its layer. */
    private record Span(double left, double right) {}

    /** Nodes of all widths, layer by layer without an empty one, and edges over one or several of these. */
    private static final class Graph {

        private final List<Double> widths = new ArrayList<>();
        private final List<Integer> layers = new ArrayList<>();
        private final List<LayeredLayout.Edge> edges = new ArrayList<>();

        Graph(Random random) {
            int depth = 1 + random.nextInt(8);
            for (int layer = 0; layer < depth; layer++) {
                for (int node = random.nextInt(5); node >= 0; node--) {
                    widths.add(20.0 + random.nextInt(300));
                    layers.add(layer);
                }
            }
            for (int to = 0; to < layers.size(); to++) {
                for (int from = 0; from < to; from++) {
                    if (layers.get(from) < layers.get(to) && random.nextInt(4) == 0) {
                        edges.add(new LayeredLayout.Edge(from, to));
                    }
                }
            }
        }

        /** What is in each layer, from the left. */
        List<List<Span>> spans(LayeredLayout layout) {
            List<List<Span>> spans = new ArrayList<>();
            for (int layer = 0; layer <= layers.get(layers.size() - 1); layer++) {
                spans.add(new ArrayList<>());
            }
            for (int node = 0; node < layers.size(); node++) {
                double half = widths.get(node) / 2;
                spans.get(layers.get(node)).add(new Span(layout.centre(node) - half, layout.centre(node) + half));
            }
            for (int edge = 0; edge < edges.size(); edge++) {
                List<Double> route = layout.route(edge);
                for (int i = 1; i < route.size() - 1; i++) {
                    spans.get(layers.get(edges.get(edge).from()) + i).add(new Span(route.get(i), route.get(i)));
                }
            }
            spans.forEach(layer -> layer.sort(Comparator.comparingDouble(Span::left)));
            return spans;
        }

        LayeredLayout layout() {
            return new LayeredLayout(widths, layers, edges);
        }
    }
}
