package dev.batchwright.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lines over an axis, as SVG that needs nothing else and is legible in light and in dark. Both axes begin at zero.
 *
 * @param title what is shown
 * @param x what the horizontal axis is, with its unit
 * @param y what the vertical axis is, with its unit
 * @param lines at least one, with at least one point
 */
public record LineChart(String title, String x, String y, List<Line> lines) {

    private static final int WIDTH = 880;
    private static final int HEIGHT = 440;
    private static final int LEFT = 72;
    private static final int RIGHT = 600;
    private static final int TOP = 56;
    private static final int BOTTOM = 376;
    private static final int LINE_HEIGHT = 18;
    private static final int MOST_TICKS = 6;

    /** Lines differ in their dashes as well, for those who do not see colours. */
    private static final List<String> DASHES = List.of("none", "7 4", "2 4", "10 4 2 4");

    private static final String STYLE = """
            <style>
            .ground { fill: #ffffff } text { fill: #1f2328; font: 13px system-ui, sans-serif } .title { font-size: 16px; font-weight: 600 }
            .grid { stroke: #d1d9e0 } .axis { stroke: #59636e } .line { fill: none; stroke-width: 2.5 }
            .s0 { stroke: #0969da } .s1 { stroke: #bc4c00 } .s2 { stroke: #1a7f37 } .s3 { stroke: #8250df }
            .p0 { fill: #0969da } .p1 { fill: #bc4c00 } .p2 { fill: #1a7f37 } .p3 { fill: #8250df }
            @media (prefers-color-scheme: dark) {
            .ground { fill: #0d1117 } text { fill: #f0f6fc } .grid { stroke: #3d444d } .axis { stroke: #9198a1 }
            .s0 { stroke: #4493f8 } .s1 { stroke: #f0883e } .s2 { stroke: #3fb950 } .s3 { stroke: #ab7df8 }
            .p0 { fill: #4493f8 } .p1 { fill: #f0883e } .p2 { fill: #3fb950 } .p3 { fill: #ab7df8 }
            }
            </style>
            """;

    /**
     * A line.
     *
     * @param name what it stands for
     * @param points from left to right
     */
    public record Line(String name, List<Point> points) {}

    /** A point, neither coordinate negative. */
    public record Point(double x, double y) {}

    /** Checks that there is something to show. */
    public LineChart {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.points().isEmpty())) {
            throw new IllegalArgumentException("A chart has lines, and a line has points");
        }
    }

    /** The chart as a document. */
    public String toSvg() {
        double stepX = step(largest(true));
        double stepY = step(largest(false));
        Scale across = new Scale(LEFT, RIGHT, end(largest(true), stepX));
        Scale up = new Scale(BOTTOM, TOP, end(largest(false), stepY));
        StringBuilder svg = new StringBuilder();
        add(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n", WIDTH, HEIGHT);
        add(svg, "<title>%s</title>%n%s", escaped(title), STYLE);
        add(svg, "<rect class=\"ground\" width=\"%d\" height=\"%d\"/>%n", WIDTH, HEIGHT);
        add(svg, "<text class=\"title\" x=\"%d\" y=\"30\">%s</text>%n", LEFT, escaped(title));
        axes(svg, across, stepX, up, stepY);
        lines(svg, across, up);
        return svg.append("</svg>\n").toString();
    }

    private double largest(boolean isX) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(point -> isX ? point.x() : point.y())
                .max()
                .orElseThrow();
    }

    /** The smallest of 1, 2 and 5 times a power of ten that does not make too many ticks. */
    private static double step(double largest) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(largest, 1e-9) / MOST_TICKS)));
        for (double factor : new double[] {1, 2, 5}) {
            if (largest / (factor * power) <= MOST_TICKS) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static double end(double largest, double step) {
        return Math.max(1, Math.ceil(largest / step)) * step;
    }

    private record Scale(double from, double to, double end) {
        double at(double value) {
            return from + (to - from) * value / end;
        }
    }

    private void axes(StringBuilder svg, Scale across, double stepX, Scale up, double stepY) {
        for (int tick = 0; tick * stepY <= up.end() * 1.0001; tick++) {
            double at = up.at(tick * stepY);
            String kind = tick == 0 ? "axis" : "grid";
            add(svg, "<path class=\"%s\" d=\"M%d %.1fH%d\"/>", kind, LEFT, at, RIGHT);
            add(svg, "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">", LEFT - 8, at + 4.5);
            add(svg, "%s</text>%n", number(tick * stepY));
        }
        for (int tick = 0; tick * stepX <= across.end() * 1.0001; tick++) {
            double at = across.at(tick * stepX);
            add(svg, "<path class=\"axis\" d=\"M%.1f %dv5\"/>", at, BOTTOM);
            add(svg, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">", at, BOTTOM + 21);
            add(svg, "%s</text>%n", number(tick * stepX));
        }
        add(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">", (LEFT + RIGHT) / 2, BOTTOM + 46);
        add(svg, "%s</text>%n", escaped(x));
        int middle = (TOP + BOTTOM) / 2;
        add(svg, "<text transform=\"translate(20 %d) rotate(-90)\" text-anchor=\"middle\">", middle);
        add(svg, "%s</text>%n", escaped(y));
    }

    private void lines(StringBuilder svg, Scale across, Scale up) {
        List<Double> names = new ArrayList<>();
        for (Line line : lines) {
            names.add(up.at(last(line).y()));
        }
        List<Double> apart = apart(names);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            int look = i % DASHES.size();
            add(svg, "<polyline class=\"line s%d\" stroke-dasharray=\"%s\" points=\"", look, DASHES.get(look));
            line.points().forEach(point -> add(svg, "%.1f,%.1f ", across.at(point.x()), up.at(point.y())));
            add(svg, "\"/>%n");
            for (Point point : line.points()) {
                double atX = across.at(point.x());
                double atY = up.at(point.y());
                add(svg, "<circle class=\"p%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\">", look, atX, atY);
                add(svg, "<title>%s: %s</title></circle>%n", escaped(line.name()), number(point.y()));
            }
            add(svg, "<path class=\"line s%d\" stroke-dasharray=\"%s\" ", look, DASHES.get(look));
            add(svg, "d=\"M%d %.1fh26\"/>", RIGHT + 12, apart.get(i));
            add(svg, "<text x=\"%d\" y=\"%.1f\">%s</text>%n", RIGHT + 44, apart.get(i) + 4.5, escaped(line.name()));
        }
    }

    private static Point last(Line line) {
        return line.points().get(line.points().size() - 1);
    }

    /** Names stand where their lines end, or as near as they can without covering each other. */
    private static List<Double> apart(List<Double> places) {
        List<Integer> downward = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            downward.add(i);
        }
        downward.sort((left, right) -> Double.compare(places.get(left), places.get(right)));
        List<Double> apart = new ArrayList<>(places);
        double free = TOP;
        for (int i : downward) {
            apart.set(i, Math.max(free, places.get(i)));
            free = apart.get(i) + LINE_HEIGHT;
        }
        double limit = BOTTOM;
        for (int at = downward.size() - 1; at >= 0; at--) {
            int i = downward.get(at);
            apart.set(i, Math.min(limit, apart.get(i)));
            limit = apart.get(i) - LINE_HEIGHT;
        }
        return apart;
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }

    private static void add(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
