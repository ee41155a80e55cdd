package dev.batchwright.processor.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where nodes and edges stand. */
class LayeredLayoutTest {

    private static final double TOLERANCE = 0.01;

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noNodeCoversAnotherOneOrAnEdgeThatPassesBy(int seed) {
        Graph graph = new Graph(new Random(seed));
        LayeredLayout layout = graph.layout();

        List<List<double[]>> spans = new ArrayList<>();
        graph.layers.forEach(layer -> grow(spans, layer));
        for (int node = 0; node < graph.layers.size(); node++) {
            double half = graph.widths.get(node) / 2;
            spans.get(graph.layers.get(node))
                    .add(new double[] {layout.centre(node) - half, layout.centre(node) + half});
        }
        for (int edge = 0; edge < graph.edges.size(); edge++) {
            List<Double> route = layout.route(edge);
            int first = graph.layers.get(graph.edges.get(edge).from());
            for (int i = 1; i < route.size() - 1; i++) {
                spans.get(first + i).add(new double[] {route.get(i), route.get(i)});
            }
        }

        for (List<double[]> layer : spans) {
            layer.sort((left, right) -> Double.compare(left[0], right[0]));
            for (int i = 0; i < layer.size(); i++) {
                assertThat(layer.get(i)[0]).isGreaterThanOrEqualTo(-TOLERANCE);
                assertThat(layer.get(i)[1]).isLessThanOrEqualTo(layout.width() + TOLERANCE);
                if (i > 0) {
                    assertThat(layer.get(i)[0] - layer.get(i - 1)[1]).isGreaterThan(10);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void routesBeginAndEndAtTheirNodes(int seed) {
        Graph graph = new Graph(new Random(seed));
        LayeredLayout layout = graph.layout();

        for (int edge = 0; edge < graph.edges.size(); edge++) {
            LayeredLayout.Edge ends = graph.edges.get(edge);
            List<Double> route = layout.route(edge);
            assertThat(route).hasSize(graph.layers.get(ends.to()) - graph.layers.get(ends.from()) + 1);
            assertThat(route.get(0)).isEqualTo(layout.centre(ends.from()));
            assertThat(route.get(route.size() - 1)).isEqualTo(layout.centre(ends.to()));
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

    private static void grow(List<List<double[]>> spans, int layer) {
        while (spans.size() <= layer) {
            spans.add(new ArrayList<>());
        }
    }

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

        LayeredLayout layout() {
            return new LayeredLayout(widths, layers, edges);
        }
    }
}
