package dev.batchwright.processor.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the nodes of a graph stand whose layers are known: layer below layer, with room between them for every edge that passes by, so
 * that no node covers another one or an edge. Made of whole numbers, so that any graph can be laid out.
 */
final class LayeredLayout {

    /** An edge from one node to another, by their indexes. */
    record Edge(int from, int to) {}

    private final List<Cell> nodes = new ArrayList<>();
    private final List<List<Cell>> routes = new ArrayList<>();
    private final double width;

    /**
     * Lays a graph out.
     *
     * @param widths the width of each node
     * @param layers the layer of each node, from 0 at the top; no layer is empty
     * @param edges edges, each to a node of a later layer
     */
    LayeredLayout(List<Double> widths, List<Integer> layers, List<Edge> edges) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int node = 0; node < widths.size(); node++) {
            nodes.add(added(Cell.ofNode(layers.get(node), widths.get(node)), rows));
        }
        edges.forEach(edge -> routes.add(route(nodes.get(edge.from()), nodes.get(edge.to()), rows)));
        LayerOrder.improve(rows);
        this.width = CellPlacement.place(rows);
    }

    private static Cell added(Cell cell, List<List<Cell>> rows) {
        while (rows.size() <= cell.layer) {
            rows.add(new ArrayList<>());
        }
        rows.get(cell.layer).add(cell);
        return cell;
    }

    private static List<Cell> route(Cell from, Cell to, List<List<Cell>> rows) {
        List<Cell> route = new ArrayList<>(List.of(from));
        Cell last = from;
        for (int layer = from.layer + 1; layer < to.layer; layer++) {
            Cell passing = added(Cell.ofPassingEdge(layer), rows);
            last.leadTo(passing);
            route.add(passing);
            last = passing;
        }
        last.leadTo(to);
        route.add(to);
        return route;
    }

    /** The width of it all. */
    double width() {
        return width;
    }

    /** The middle of a node, from the left. */
    double centre(int node) {
        return nodes.get(node).x;
    }

    /** The middles of what an edge goes through, one for each layer from that of its first node to that of its last. */
    List<Double> route(int edge) {
        return routes.get(edge).stream().map(cell -> cell.x).toList();
    }
}
