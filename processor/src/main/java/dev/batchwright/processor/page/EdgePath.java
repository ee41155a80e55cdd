package dev.batchwright.processor.page;

/** The path of an edge: straight beside boxes, curved between layers. */
final class EdgePath {

    private final StringBuilder path = new StringBuilder();
    private double x;
    private double y;

    EdgePath(double x, double y) {
        this.x = x;
        this.y = y;
        path.append('M').append(point(x, y));
    }

    void downTo(double bottom) {
        if (bottom > y) {
            path.append('V').append(NodeShape.number(bottom));
            y = bottom;
        }
    }

    /** Leaves and arrives straight down, so that it stays between the two heights. */
    void curveTo(double toX, double toY) {
        double middle = (y + toY) / 2;
        path.append('C')
                .append(point(x, middle))
                .append(' ')
                .append(point(toX, middle))
                .append(' ')
                .append(point(toX, toY));
        x = toX;
        y = toY;
    }

    private static String point(double x, double y) {
        return NodeShape.number(x) + " " + NodeShape.number(y);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
