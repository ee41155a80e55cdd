package dev.batchwright.processor.page;

import dev.batchwright.processor.model.ConfigValue;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps with all that is declared of them. */
final class StepTable {

    private static final String HEAD = "<thead><tr><th scope=\"col\">Step</th><th scope=\"col\">Kind</th>"
            + "<th scope=\"col\">Rows</th><th scope=\"col\">Batch</th><th scope=\"col\">Settings</th>"
            + "<th scope=\"col\">Configuration</th><th scope=\"col\">Memory of its rows</th></tr></thead>";

    private final Graph graph;
    private final Stages stages;
    private final Sources sources;

    StepTable(Graph graph, Stages stages, Sources sources) {
        this.graph = graph;
        this.stages = stages;
        this.sources = sources;
    }

    String markup() {
        return graph.nodes().stream()
                .map(this::row)
                .collect(Collectors.joining("\n", "<table>" + HEAD + "<tbody>\n", "\n</tbody></table>"));
    }

    private String row(Graph.Node node) {
        StepModel step = node.step();
        return "<tr id=\"" + Anchors.step(step) + "\"><th scope=\"row\">" + Markup.code(step.name()) + "<p>"
                + sources.markup(step.type()) + "</p>" + sentence(step.description()) + "</th><td>"
                + Markup.escaped(step.kind().simpleName()) + "<p class=\"soft\">"
                + Markup.escaped(
                        step.simpleName() + " " + NodeShape.of(step.kind()).meaning() + "; " + stages(step))
                + "</p></td><td>" + rows(node) + "</td><td>" + batch(step) + "</td><td>" + SettingsList.of(node)
                + "</td><td>" + configuration(step) + "</td><td>" + Markup.escaped(MemoryText.of(step)) + "</td></tr>";
    }

    static String sentence(String description) {
        return description.isEmpty() ? "" : Markup.element("p", Markup.escaped(description));
    }

    private String stages(StepModel step) {
        List<Integer> numbers = stages.numbers(step);
        return (numbers.size() == 1 ? "stage " : "stages ")
                + numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String rows(Graph.Node node) {
        StepModel step = node.step();
        List<String> inputs = new ArrayList<>();
        inputs.add(step.input().map(StepTable::row).orElse(""));
        step.rightInput().ifPresent(right -> inputs.add(row(right)));
        String made = step.output().map(StepTable::row).orElse("nothing");
        String from = node.inputs().stream()
                .map(input -> "<a href=\"#" + Anchors.step(input) + "\">" + Markup.escaped(input.name()) + "</a>")
                .collect(Collectors.joining(step.kind().hasTwoInputs() ? " and " : ", then "));
        return String.join(" and ", inputs) + " → " + made
                + (from.isEmpty() ? "" : Markup.element("p", "soft", "from " + from));
    }

    private static String row(RowModel row) {
        return "<a href=\"#" + Anchors.row(row) + "\">" + Markup.code(row.type().simpleName()) + "</a>";
    }

    private static String batch(StepModel step) {
        return step.kind().isBatched()
                ? Quantity.grouped(step.settings().batchRows()) + " rows<p class=\"soft\">at most "
                        + Markup.escaped(step.settings().batchBytes()) + "</p>"
                : "–";
    }

    private static String configuration(StepModel step) {
        Optional<String> names = step.configuration().stream()
                .map(ConfigValue::name)
                .map(Markup::code)
                .reduce((before, after) -> before + ", " + after);
        return names.orElse("–");
    }
}
