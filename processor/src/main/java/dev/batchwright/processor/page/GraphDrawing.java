package dev.batchwright.processor.page;

import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.StepModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The graph of a pipeline as an SVG image that needs nothing else: stages from the top down, with a line where one has to wait. */
final class GraphDrawing {

    private static final double MARGIN = 24;

    /** As a share of its size: where there is less room than that, one has to scroll rather than squint. */
    private static final double SMALLEST = 0.7;

    private final Graph graph;
    private final Stages stages;
    private final List<NodeBox> boxes = new ArrayList<>();
    private final List<LayeredLayout.Edge> edges = new ArrayList<>();
    private final List<Integer> layers;
    private final LayeredLayout layout;
    private final Bands bands;
    private final StringBuilder svg = new StringBuilder();

    GraphDrawing(Graph graph, Stages stages) {
        this.graph = graph;
        this.stages = stages;
        List<StepModel> steps = graph.nodes().stream().map(Graph.Node::step).toList();
        for (Graph.Node node : graph.nodes()) {
            boxes.add(new NodeBox(node, stageText(node.step())));
            node.inputs().forEach(input -> edges.add(new LayeredLayout.Edge(steps.indexOf(input), boxes.size() - 1)));
        }
        Layers placed = new Layers(graph, stages);
        this.layers = placed.ofNodes();
        this.layout = new LayeredLayout(boxes.stream().map(NodeBox::fullWidth).toList(), layers, edges);
        this.bands = new Bands(stages, placed.depths(), heights(placed.depths().size()), layout.width());
    }

    /** Said in the box only where the band says more than one stage. */
    private String stageText(StepModel step) {
        long beside = stages.all().stream()
                .filter(stage -> stage.depth() == stages.depth(step))
                .count();
        List<Integer> numbers = stages.numbers(step);
        String text = numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return beside == 1 && numbers.size() == 1 ? "" : (numbers.size() == 1 ? "stage " : "stages ") + text;
    }

    private List<Double> heights(int count) {
        return IntStream.range(0, count)
                .mapToObj(layer -> IntStream.range(0, boxes.size())
                        .filter(node -> layers.get(node) == layer)
                        .mapToDouble(node -> boxes.get(node).fullHeight())
                        .max()
                        .orElse(0))
                .toList();
    }

    /** The image; {@code title} is what it is called, as markup. */
    String text(String title) {
        double width = bands.left() + layout.width() + MARGIN;
        String size = NodeShape.number(width) + " " + NodeShape.number(bands.height());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" viewBox=\"0 0 ")
                .append(size)
                .append("\" width=\"")
                .append(size.replace(" ", "\" height=\""))
                .append("\" style=\"max-width: ")
                .append(NodeShape.number(width))
                .append("px; min-width: ")
                .append(NodeShape.number(width * SMALLEST))
                .append("px")
                .append("\" role=\"graphics-document\" aria-labelledby=\"graph-title graph-text\">\n")
                .append("<title id=\"graph-title\">")
                .append(title)
                .append("</title>\n<desc id=\"graph-text\">")
                .append(description())
                .append("</desc>\n<style>")
                .append(PageStyle.GRAPH)
                .append(
                        "</style>\n<defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"9\" "
                                + "markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"head\" "
                                + "d=\"M0 0 8 4 0 8Z\"/></marker></defs>\n")
                .append(bands.markup(width));
        IntStream.range(0, edges.size()).forEach(this::addEdge);
        IntStream.range(0, boxes.size()).forEach(this::addNode);
        return svg.append("</svg>").toString();
    }

    private String description() {
        return graph.nodes().stream()
                .map(node -> Markup.escaped(node.step().name()
                        + (node.inputs().isEmpty() ? "" : " after ")
                        + node.inputs().stream().map(StepModel::name).collect(Collectors.joining(" and "))))
                .collect(Collectors.joining("; ", "", "."));
    }

    private double x(double inLayout) {
        return bands.left() + inLayout;
    }

    private void addEdge(int index) {
        LayeredLayout.Edge edge = edges.get(index);
        NodeBox from = boxes.get(edge.from());
        int layer = layers.get(edge.from());
        List<Double> route = layout.route(index);
        EdgePath path = new EdgePath(x(route.get(0)), bands.top(layer) + from.fullHeight());
        for (int i = 1; i < route.size(); i++) {
            path.downTo(bands.bottom(layer + i - 1));
            boolean isLast = i == route.size() - 1;
            path.curveTo(isLast ? entry(index) : x(route.get(i)), bands.top(layer + i));
        }
        String row = from.node()
                .step()
                .output()
                .map(made -> made.type().simpleName())
                .orElse("");
        String title = from.node().step().name() + " → "
                + boxes.get(edge.to()).node().step().name() + ": " + row;
        svg.append("<path class=\"edge\" marker-end=\"url(#arrow)\" d=\"")
                .append(path)
                .append("\">")
                .append(Markup.element("title", Markup.escaped(title)))
                .append("</path>\n");
    }

    /** Where an edge ends on top of its box: beside the others that do, in the order in which they come. */
    private double entry(int index) {
        int node = edges.get(index).to();
        List<Integer> entries = IntStream.range(0, edges.size())
                .filter(other -> edges.get(other).to() == node)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> lastBefore(layout.route(other))))
                .toList();
        double room = boxes.get(node).width() / 2;
        double apart = entries.size() == 1 ? 0 : room / (entries.size() - 1);
        return x(layout.centre(node)) + (entries.indexOf(index) - (entries.size() - 1) / 2.0) * apart;
    }

    private static double lastBefore(List<Double> route) {
        return route.get(route.size() - 2);
    }

    private void addNode(int index) {
        NodeBox box = boxes.get(index);
        NodeMarkup node = new NodeMarkup(box, x(layout.centre(index)), bands.top(layers.get(index)));
        svg.append(node.markup());
        if (box.node().step().kind().hasTwoInputs()) {
            List<StepModel> inputs = box.node().inputs();
            for (int edge = 0; edge < edges.size(); edge++) {
                if (edges.get(edge).to() == index) {
                    boolean isLeft = boxes.get(edges.get(edge).from())
                            .node()
                            .step()
                            .type()
                            .equals(inputs.get(0).type());
                    svg.append(node.input(entry(edge), isLeft ? "left" : "right"));
                }
            }
        }
    }
}
