package dev.batchwright.processor.page;

import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.TypeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is drawn of one step: the box with its name and kind, and below it the tag with the row that it makes. */
final class NodeBox {

    static final double NAME_SIZE = 14;
    static final double DETAIL_SIZE = 12;
    static final double NAME_LINE = 18;
    static final double DETAIL_LINE = 16;

    /** Between the box and the tag. */
    static final double STEM = 12;

    private static final double MOST_TEXT = 240;
    private static final double SIDE_MARGIN = 22;
    private static final double TOP_MARGIN = 8;
    private static final double SIDES_LINE = 12;
    private static final double TAG_MARGIN = 10;

    private final Graph.Node node;
    private final List<String> name;
    private final List<String> details = new ArrayList<>();
    private final List<String> tag;

    NodeBox(Graph.Node node, String stages) {
        this.node = node;
        this.name = NameLines.of(node.step().name(), NAME_SIZE, MOST_TEXT);
        details.add(kind(node.step()));
        node.step()
                .key()
                .ifPresent(
                        key -> details.addAll(NameLines.of("by " + TypeText.of(key.type()), DETAIL_SIZE, MOST_TEXT)));
        if (!stages.isEmpty()) {
            details.addAll(NameLines.of(stages, DETAIL_SIZE, MOST_TEXT));
        }
        this.tag = node.step().output().map(row -> tag(row, node.isPersisted())).orElse(List.of());
    }

    private static String kind(StepModel step) {
        String kind = step.kind().simpleName();
        return step.kind().isBatched() ? kind + ", " + rows(step.settings().batchRows()) : kind;
    }

    private static String rows(int rows) {
        return rows == 1 ? "1 row" : Quantity.grouped(rows) + " rows";
    }

    private static List<String> tag(RowModel row, boolean isKept) {
        int columns = row.shape().components().size();
        List<String> lines = new ArrayList<>(NameLines.of(row.type().simpleName(), DETAIL_SIZE, MOST_TEXT));
        lines.add((columns == 1 ? "1 column" : columns + " columns") + (isKept ? ", kept" : ""));
        return lines;
    }

    Graph.Node node() {
        return node;
    }

    NodeShape shape() {
        return NodeShape.of(node.step().kind());
    }

    List<String> name() {
        return name;
    }

    /** The lines below the name. */
    List<String> details() {
        return details;
    }

    /** What is said of the rows that the step makes; empty for a sink. */
    List<String> tag() {
        return tag;
    }

    /** Where the name begins, from the top of the box; above it there is room for the names of the inputs where there are two. */
    double nameTop() {
        return TOP_MARGIN + (node.step().kind().hasTwoInputs() ? SIDES_LINE : 0);
    }

    double width() {
        double text = Math.max(widest(name, NAME_SIZE), widest(details, DETAIL_SIZE));
        return text + 2 * SIDE_MARGIN + shape().widerBy();
    }

    double height() {
        return nameTop() + name.size() * NAME_LINE + details.size() * DETAIL_LINE + TOP_MARGIN + shape().higherBy();
    }

    double tagWidth() {
        return widest(tag, DETAIL_SIZE) + 2 * TAG_MARGIN;
    }

    double tagHeight() {
        return tag.size() * DETAIL_LINE + TAG_MARGIN;
    }

    /** The width of box and tag together. */
    double fullWidth() {
        return Math.max(width(), tag.isEmpty() ? 0 : tagWidth());
    }

    /** The height of box and tag together. */
    double fullHeight() {
        return height() + (tag.isEmpty() ? 0 : STEM + tagHeight());
    }

    /** What is read aloud, and shown where the pointer rests. */
    String title() {
        StepModel step = node.step();
        String inputs = node.inputs().stream().map(StepModel::name).collect(Collectors.joining(", "));
        return step.name() + ", a " + step.kind().simpleName() + (inputs.isEmpty() ? "" : " fed by " + inputs)
                + (step.description().isEmpty() ? "" : ": " + step.description());
    }

    private static double widest(List<String> lines, double size) {
        return lines.stream()
                .mapToDouble(line -> TextWidth.of(line, size))
                .max()
                .orElse(0);
    }
}
