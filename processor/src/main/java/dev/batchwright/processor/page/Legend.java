package dev.batchwright.processor.page;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What the drawing's signs mean. */
final class Legend {

    private static final double WIDTH = 52;
    private static final double HEIGHT = 30;

    private Legend() {}

    static String markup() {
        String shapes = Arrays.stream(NodeShape.values()).map(Legend::shape).collect(Collectors.joining());
        return "<ul class=\"legend\">" + shapes
                + item(
                        "<g class=\"tag kept\"><rect x=\"4\" y=\"6\" width=\"44\" height=\"20\"/></g>",
                        "Rows that are kept on disk",
                        "later runs use them again, and you can read them")
                + item(
                        "<g class=\"tag\"><rect x=\"4\" y=\"6\" width=\"44\" height=\"20\"/></g>",
                        "Rows that are passed on",
                        "straight to the next step, without being kept")
                + item(
                        "<path class=\"divider waits\" d=\"M0 16H52\"/>",
                        "Dashed line",
                        "below it, a step waits for all rows from above")
                + item(
                        "<path class=\"divider\" d=\"M0 16H52\"/>",
                        "Dotted line",
                        "below it, rows are read from disk, in pieces")
                + "</ul>";
    }

    private static String shape(NodeShape shape) {
        String name = shape == NodeShape.ROW ? "step" : shape.cssClass();
        return item(
                "<g class=\"node " + shape.cssClass() + "\">" + shape.outline(1, 1, WIDTH - 2, HEIGHT) + "</g>",
                name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1),
                shape.meaning());
    }

    private static String item(String sign, String name, String meaning) {
        return "<li><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"52\" height=\"32\" aria-hidden=\"true\">" + sign
                + "</svg><span>" + Markup.element("strong", name) + " " + Markup.escaped(meaning) + "</span></li>\n";
    }
}
