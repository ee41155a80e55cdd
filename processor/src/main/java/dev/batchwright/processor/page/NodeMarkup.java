package dev.batchwright.processor.page;

import dev.batchwright.processor.model.StepModel;
import java.util.List;

/** A box and its tag where they stand in the drawing. */
final class NodeMarkup {

    private final NodeBox box;
    private final double x;
    private final double y;

    /** The middle of the box from the left, and its top. */
    NodeMarkup(NodeBox box, double x, double y) {
        this.box = box;
        this.x = x;
        this.y = y;
    }

    String markup() {
        StepModel step = box.node().step();
        NodeShape shape = box.shape();
        String text = lines(box.name(), "name", x - shape.widerBy() / 2, y + box.nameTop(), NodeBox.NAME_LINE)
                + lines(
                        box.details(),
                        "detail",
                        x - shape.widerBy() / 2,
                        y + box.nameTop() + box.name().size() * NodeBox.NAME_LINE,
                        NodeBox.DETAIL_LINE);
        String outline = shape.outline(x - box.width() / 2, y, box.width(), box.height());
        return "<a href=\"#" + Anchors.step(step) + "\"><g class=\"node " + shape.cssClass() + "\">"
                + Markup.element("title", Markup.escaped(box.title())) + outline + text + "</g></a>\n" + tag(step);
    }

    private String tag(StepModel step) {
        if (box.tag().isEmpty()) {
            return "";
        }
        double top = y + box.height() + NodeBox.STEM;
        double width = box.tagWidth();
        String kept = box.node().isPersisted() ? "tag kept" : "tag";
        return "<path class=\"stem\" d=\"M" + NodeShape.number(x) + " " + NodeShape.number(top - NodeBox.STEM) + "V"
                + NodeShape.number(top) + "\"/>"
                + "<a href=\"#" + Anchors.row(step.output().orElseThrow()) + "\"><g class=\"" + kept + "\">"
                + "<rect x=\"" + NodeShape.number(x - width / 2) + "\" y=\"" + NodeShape.number(top) + "\" width=\""
                + NodeShape.number(width) + "\" height=\"" + NodeShape.number(box.tagHeight()) + "\"/>"
                + lines(box.tag(), "row-name", x, top + NodeBox.DETAIL_LINE / 3, NodeBox.DETAIL_LINE) + "</g></a>\n";
    }

    /** Says which of two inputs comes in at a place on top of the box. */
    String input(double at, String side) {
        return "<text class=\"side\" x=\"" + NodeShape.number(at) + "\" y=\"" + NodeShape.number(y + 12) + "\">" + side
                + "</text>\n";
    }

    private static String lines(List<String> lines, String cssClass, double x, double top, double lineHeight) {
        StringBuilder text = new StringBuilder();
        double baseline = top;
        for (String line : lines) {
            baseline += lineHeight;
            text.append("<text class=\"")
                    .append(cssClass)
                    .append("\" x=\"")
                    .append(NodeShape.number(x))
                    .append("\" y=\"")
                    .append(NodeShape.number(baseline - lineHeight / 4))
                    .append("\">")
                    .append(Markup.escaped(line))
                    .append("</text>");
        }
        return text.toString();
    }
}
