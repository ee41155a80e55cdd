package dev.batchwright.processor.page;

import java.util.ArrayList;
import java.util.List;

/** A place in a layer of a layout: a node, or what keeps room for an edge that passes by. Belongs to one layout. */
final class Cell {

    private static final double PASSING_WIDTH = 14;

    final int layer;
    final double width;
    final boolean isNode;
    final List<Cell> above = new ArrayList<>();
    final List<Cell> below = new ArrayList<>();

    /** The place in the layer, counted from the left. */
    int position;

    /** The centre. */
    double x;

    private Cell(int layer, double width, boolean isNode) {
        this.layer = layer;
        this.width = width;
        this.isNode = isNode;
    }

    static Cell ofNode(int layer, double width) {
        return new Cell(layer, width, true);
    }

    static Cell ofPassingEdge(int layer) {
        return new Cell(layer, PASSING_WIDTH, false);
    }

    void leadTo(Cell other) {
        below.add(other);
        other.above.add(this);
    }

    List<Cell> neighbours(boolean downwards) {
        return downwards ? above : below;
    }
}
