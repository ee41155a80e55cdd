package dev.batchwright.processor.page;

import dev.batchwright.processor.model.StepKind;
import java.util.Locale;

/** The outlines of steps, so that what a step does with rows shows without colours. */
enum NodeShape {
    /** A box with round ends. */
    SOURCE("source", "reads rows from outside", 0, 0),
    /** A plain box. */
    ROW("row", "is called row by row", 0, 0),
    /** A stack of boxes. */
    BATCH("batch", "is called with a batch of rows", 6, 6),
    /** A box with pointed sides. */
    BARRIER("barrier", "needs all rows of its inputs before it makes any", 0, 0),
    /** A box that points down. */
    SINK("sink", "hands batches of rows to the outside", 0, 10);

    private static final double SIDE = 16;
    private static final double TIP = 10;
    private static final double SHEET = 3;

    private final String cssClass;
    private final String meaning;
    private final double widerBy;
    private final double higherBy;

    NodeShape(String cssClass, String meaning, double widerBy, double higherBy) {
        this.cssClass = cssClass;
        this.meaning = meaning;
        this.widerBy = widerBy;
        this.higherBy = higherBy;
    }

    static NodeShape of(StepKind kind) {
        return switch (kind) {
            case SOURCE, SEQUENTIAL_SOURCE -> SOURCE;
            case MAP, FILTER, FLAT_MAP, ZIP -> ROW;
            case BATCH, ALIGNED_BATCH -> BATCH;
            case KEYED, CO_GROUP, GLOBAL -> BARRIER;
            case SINK -> SINK;
        };
    }

    String cssClass() {
        return cssClass;
    }

    /** What such a step does, as the rest of a sentence. */
    String meaning() {
        return meaning;
    }

    /** What the outline takes beside the text and its margins. */
    double widerBy() {
        return widerBy;
    }

    /** What the outline takes below the text and its margins. */
    double higherBy() {
        return higherBy;
    }

    /** The outline around a box. */
    String outline(double x, double y, double width, double height) {
        return switch (this) {
            case SOURCE -> box(x, y, width, height, Math.min(height / 2, 2 * SIDE));
            case ROW -> box(x, y, width, height, 4);
            case BATCH ->
                box(x + 2 * SHEET, y + 2 * SHEET, width - 2 * SHEET, height - 2 * SHEET, 4)
                        + box(x + SHEET, y + SHEET, width - 2 * SHEET, height - 2 * SHEET, 4)
                        + box(x, y, width - 2 * SHEET, height - 2 * SHEET, 4);
            case BARRIER ->
                polygon(
                        x,
                        y + height / 2,
                        x + SIDE,
                        y,
                        x + width - SIDE,
                        y,
                        x + width,
                        y + height / 2,
                        x + width - SIDE,
                        y + height,
                        x + SIDE,
                        y + height);
            case SINK ->
                polygon(
                        x,
                        y,
                        x + width,
                        y,
                        x + width,
                        y + height - TIP,
                        x + width / 2,
                        y + height,
                        x,
                        y + height - TIP);
        };
    }

    private static String box(double x, double y, double width, double height, double radius) {
        return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\" rx=\"" + number(radius) + "\"/>";
    }

    private static String polygon(double... coordinates) {
        StringBuilder points = new StringBuilder();
        for (double coordinate : coordinates) {
            points.append(points.isEmpty() ? "" : " ").append(number(coordinate));
        }
        return "<polygon points=\"" + points + "\"/>";
    }

    /** To a tenth of a pixel, the same on every machine. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }
}
