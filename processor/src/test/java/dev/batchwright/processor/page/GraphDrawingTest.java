package dev.batchwright.processor.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.processor.ParsedPage;
import dev.batchwright.processor.model.Graph;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Drawings of random graphs of steps. */
class GraphDrawingTest {

    private static final int SEEDS = 100;

    @Test
    void showsEverythingAndCoversNothing() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Graph graph = new RandomPlan(new Random(seed)).graph();
            ParsedPage drawing = ParsedPage.of(new GraphDrawing(graph, new Stages(graph)).text("seed " + seed));

            List<Element> boxes = drawing.withClass("g", "node");
            assertThat(boxes).as("seed %s", seed).hasSize(graph.nodes().size());
            for (int i = 0; i < boxes.size(); i++) {
                String shown =
                        drawing.textsWithin(boxes.get(i), "name").stream().collect(Collectors.joining());
                assertThat(shown)
                        .as("seed %s", seed)
                        .isEqualTo(graph.nodes().get(i).step().name());
            }
            assertThat(drawing.withClass("path", "edge").stream()
                            .map(Element::getTextContent)
                            .map(text -> text.replaceFirst(": .*", "")))
                    .as("seed %s", seed)
                    .containsExactlyElementsOf(edges(graph));
            checkBoxes(drawing, "seed " + seed);
        }
    }

    /** By the vertical places of layers as well, unlike the test of the layout alone. */
    private static void checkBoxes(ParsedPage drawing, String as) {
        List<Rectangle2D> boxes = drawing.boxes();
        Element svg = drawing.all("svg").get(0);
        String[] view = svg.getAttribute("viewBox").split(" ", -1);
        Rectangle2D whole =
                new Rectangle2D.Double(0, 0, Double.parseDouble(view[2]) + 0.1, Double.parseDouble(view[3]) + 0.1);
        for (int i = 0; i < boxes.size(); i++) {
            Rectangle2D box = boxes.get(i);
            boolean isCovered = boxes.subList(i + 1, boxes.size()).stream().anyMatch(box::intersects);
            assertThat(isCovered).as(as).isFalse();
            assertThat(whole.contains(box)).as("%s: %s in %s", as, box, whole).isTrue();
        }
    }

    private static List<String> edges(Graph graph) {
        return graph.nodes().stream()
                .flatMap(node -> node.inputs().stream()
                        .map(input -> input.name() + " → " + node.step().name()))
                .toList();
    }
}
