package dev.batchwright.processor.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The drawing from the top down: how high each layer is, which layers make a band of stages, and what divides the bands. */
final class Bands {

    private static final double LEFT = 104;
    private static final double GAP = 40;
    private static final double EDGE_OF_BAND = 22;
    private static final double LINE = 17;
    private static final double MOST_SLOPE = 48;

    private final Stages stages;
    private final List<Integer> depths;
    private final List<Double> tops = new ArrayList<>();
    private final List<Double> bottoms = new ArrayList<>();

    /**
     * Stacks the layers.
     *
     * @param stages the stages
     * @param depths the depth of the stages of each layer
     * @param heights the height of each layer
     * @param width the width of the layers: the wider they are, the further apart they stand, so that edges are not too flat
     */
    Bands(Stages stages, List<Integer> depths, List<Double> heights, double width) {
        this.stages = stages;
        this.depths = depths;
        double gap = GAP + Math.min(MOST_SLOPE, width / 40);
        double bottom = 0;
        for (int layer = 0; layer < depths.size(); layer++) {
            boolean beginsBand = layer == 0 || !depths.get(layer).equals(depths.get(layer - 1));
            double above = layer == 0 ? EDGE_OF_BAND : gap + (beginsBand ? EDGE_OF_BAND : 0);
            tops.add(bottom + above);
            bottom += above + roomFor(layer, beginsBand, heights);
            bottoms.add(bottom);
        }
    }

    /** A band of one layer has at least room for the names of its stages. */
    private double roomFor(int layer, boolean beginsBand, List<Double> heights) {
        return beginsBand
                ? Math.max(heights.get(layer), names(depths.get(layer)).size() * LINE)
                : heights.get(layer);
    }

    /** Where the layers begin, right of the names of the stages. */
    double left() {
        return LEFT;
    }

    double top(int layer) {
        return tops.get(layer);
    }

    double bottom(int layer) {
        return bottoms.get(layer);
    }

    double height() {
        return bottoms.get(bottoms.size() - 1) + EDGE_OF_BAND;
    }

    private List<String> names(int depth) {
        List<Stages.Stage> all = stages.all();
        return IntStream.range(0, all.size())
                .filter(stage -> all.get(stage).depth() == depth)
                .mapToObj(stage -> "Stage " + (stage + 1))
                .toList();
    }

    String markup(double width) {
        StringBuilder svg = new StringBuilder();
        int layer = 0;
        while (layer < depths.size()) {
            int depth = depths.get(layer);
            int next = depths.lastIndexOf(depth) + 1;
            double begin = layer == 0 ? 0 : boundary(layer);
            double end = next == depths.size() ? height() : boundary(next);
            svg.append("<rect class=\"band")
                    .append(depth % 2 == 0 ? "" : " other")
                    .append("\" x=\"0\" y=\"")
                    .append(NodeShape.number(begin))
                    .append("\" width=\"")
                    .append(NodeShape.number(width))
                    .append("\" height=\"")
                    .append(NodeShape.number(end - begin))
                    .append("\"/>\n");
            if (layer > 0) {
                svg.append(divider(depth, begin, width));
            }
            svg.append(stageNames(depth, begin));
            layer = next;
        }
        return svg.toString();
    }

    /** Between the last layer of a band and the first of the next one, nearer to that. */
    private double boundary(int firstLayer) {
        return tops.get(firstLayer) - EDGE_OF_BAND;
    }

    private String divider(int depth, double y, double width) {
        List<Stages.Stage> below =
                stages.all().stream().filter(stage -> stage.depth() == depth).toList();
        boolean waits = below.stream().anyMatch(stage -> !stage.isOfStoredRows());
        boolean reads = below.stream().anyMatch(Stages.Stage::isOfStoredRows);
        String what = waits ? (reads ? "barrier, stored rows" : "barrier") : "stored rows";
        return "<path class=\"" + (waits ? "divider waits" : "divider") + "\" d=\"M0 " + NodeShape.number(y) + "H"
                + NodeShape.number(width) + "\"/><text class=\"divides\" x=\"12\" y=\"" + NodeShape.number(y - 6)
                + "\">"
                + what + "</text>\n";
    }

    private String stageNames(int depth, double begin) {
        StringBuilder text = new StringBuilder();
        double y = begin + 6;
        for (String name : names(depth)) {
            y += LINE;
            text.append("<text class=\"stage\" x=\"12\" y=\"")
                    .append(NodeShape.number(y))
                    .append("\">")
                    .append(name)
                    .append("</text>");
        }
        return text.append('\n').toString();
    }
}
