package dev.batchwright.processor.page;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.ShapeText;
import dev.batchwright.processor.model.StepModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The records that the rows are, each with its columns. */
final class RowTables {

    private static final String HEAD = "<thead><tr><th scope=\"col\">Column</th><th scope=\"col\">Type</th>"
            + "<th scope=\"col\">May be null</th><th scope=\"col\">Bytes in memory</th></tr></thead>";

    private final Graph graph;
    private final Sources sources;

    RowTables(Graph graph, Sources sources) {
        this.graph = graph;
        this.sources = sources;
    }

    /** The rows in the order in which steps first name them. */
    List<RowModel> rows() {
        Map<ClassName, RowModel> rows = new LinkedHashMap<>();
        graph.nodes().forEach(node -> node.step().rows().forEach(row -> rows.putIfAbsent(row.type(), row)));
        return List.copyOf(rows.values());
    }

    String markup() {
        return rows().stream().map(this::table).collect(Collectors.joining("\n"));
    }

    private String table(RowModel row) {
        RowBytes bytes = RowBytes.of(row.shape());
        String size = bytes.isAll()
                ? "Each row takes " + Quantity.grouped(bytes.fixed()) + " bytes in memory."
                : "Fixed part: " + Quantity.grouped(bytes.fixed()) + " bytes in memory a row, and " + bytes.growth()
                        + ", which is known only when rows are there.";
        String columns = row.shape().components().stream()
                .map(RowTables::column)
                .collect(Collectors.joining("\n", "<table>" + HEAD + "<tbody>\n", "\n</tbody></table>"));
        return "<h3 id=\"" + Anchors.row(row) + "\">" + Markup.code(row.type().simpleName())
                + "</h3><p class=\"facts\">"
                + sources.markup(row.type()) + users(row) + "</p>" + StepTable.sentence(row.description())
                + Markup.element("p", Markup.escaped(size)) + Markup.element("div", "scroll", columns);
    }

    private String users(RowModel row) {
        Predicate<RowModel> isThis = other -> other.type().equals(row.type());
        return steps(", made by ", step -> step.output().filter(isThis).isPresent())
                + steps(
                        ", taken by ",
                        step -> step.input().filter(isThis).isPresent()
                                || step.rightInput().filter(isThis).isPresent());
    }

    private String steps(String before, Predicate<StepModel> isMeant) {
        Optional<String> names = graph.nodes().stream()
                .map(Graph.Node::step)
                .filter(isMeant)
                .map(step -> "<a href=\"#" + Anchors.step(step) + "\">" + Markup.escaped(step.name()) + "</a>")
                .reduce((first, second) -> first + ", " + second);
        return names.map(before::concat).orElse("");
    }

    private static String column(Component component) {
        return "<tr><th scope=\"row\">" + Markup.code(component.column()) + "</th><td>"
                + Markup.code(ShapeText.of(component.shape())) + "</td><td>" + (component.nullable() ? "yes" : "no")
                + "</td><td>" + Markup.escaped(RowBytes.of(component).toString()) + "</td></tr>";
    }
}
