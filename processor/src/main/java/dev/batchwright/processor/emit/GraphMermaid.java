package dev.batchwright.processor.emit;

import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.StepModel;
import java.util.List;
import java.util.function.Predicate;

/** A checked pipeline as a Mermaid flowchart: rows on the edges, barriers as hexagons with a dashed line, kept steps with a thick line. */
public final class GraphMermaid {

    private final Graph graph;

    public GraphMermaid(Graph graph) {
        this.graph = graph;
    }

    public String text() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        graph.nodes().forEach(node -> text.append("    ").append(node(node)).append('\n'));
        for (Graph.Node node : graph.nodes()) {
            for (StepModel input : node.inputs()) {
                text.append("    ").append(edge(input, node.step())).append('\n');
            }
        }
        addClass(text, "kept", "stroke-width:3px", Graph.Node::isPersisted);
        addClass(
                text,
                "barrier",
                "stroke-dasharray:6 3",
                node -> node.step().kind().isBarrier());
        return text.toString();
    }

    private String node(Graph.Node node) {
        StepModel step = node.step();
        String label = "\"" + step.name() + "<br/><small>" + step.kind().simpleName() + "</small>\"";
        boolean isBarrier = step.kind().isBarrier();
        String open = isBarrier ? "{{" : node.isPersisted() ? "[(" : "([";
        String close = isBarrier ? "}}" : node.isPersisted() ? ")]" : "])";
        return id(step) + open + label + close;
    }

    private void addClass(StringBuilder text, String name, String style, Predicate<Graph.Node> isIn) {
        List<String> members =
                graph.nodes().stream().filter(isIn).map(node -> id(node.step())).toList();
        if (!members.isEmpty()) {
            text.append("    classDef ").append(name).append(' ').append(style).append('\n');
            text.append("    class ")
                    .append(String.join(",", members))
                    .append(' ')
                    .append(name)
                    .append('\n');
        }
    }

    private String edge(StepModel from, StepModel to) {
        String row = from.output().map(each -> each.type().simpleName()).orElse("");
        return id(from) + " -- " + row + " --> " + id(to);
    }

    /** Not the name: Mermaid takes some words, such as {@code end}, for its own. */
    private String id(StepModel step) {
        List<StepModel> steps = graph.nodes().stream().map(Graph.Node::step).toList();
        return "s" + (steps.indexOf(step) + 1);
    }
}
