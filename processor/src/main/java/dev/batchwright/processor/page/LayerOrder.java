package dev.batchwright.processor.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The order of the cells within their layers: swept down and up, each layer sorted by the mean place of what its cells are joined with
 * in the layer before. The order with the fewest crossings of all sweeps stays. The barycenter method of K. Sugiyama, S. Tagawa and
 * M. Toda, Methods for Visual Understanding of Hierarchical System Structures, IEEE Transactions on Systems, Man, and Cybernetics
 * 11(2), 1981.
 */
final class LayerOrder {

    private static final int SWEEPS = 12;

    private final List<List<Cell>> layers;

    private LayerOrder(List<List<Cell>> layers) {
        this.layers = layers;
    }

    /** Sorts the layers in place. */
    static void improve(List<List<Cell>> layers) {
        new LayerOrder(layers).improve();
    }

    private void improve() {
        layers.forEach(LayerOrder::number);
        List<List<Cell>> best = copy();
        int fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            sweep(sweep % 2 == 0);
            int crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        for (int layer = 0; layer < layers.size(); layer++) {
            layers.get(layer).clear();
            layers.get(layer).addAll(best.get(layer));
            number(layers.get(layer));
        }
    }

    private List<List<Cell>> copy() {
        return layers.stream().<List<Cell>>map(ArrayList::new).toList();
    }

    private static void number(List<Cell> layer) {
        for (int position = 0; position < layer.size(); position++) {
            layer.get(position).position = position;
        }
    }

    private void sweep(boolean downwards) {
        int last = layers.size() - 1;
        for (int step = 1; step <= last; step++) {
            List<Cell> layer = layers.get(downwards ? step : last - step);
            Map<Cell, Double> places =
                    layer.stream().collect(Collectors.toMap(Function.identity(), cell -> barycenter(cell, downwards)));
            layer.sort(Comparator.comparing(places::get));
            number(layer);
        }
    }

    /** A cell that is joined with nothing on that side stays where it is. */
    private static double barycenter(Cell cell, boolean downwards) {
        return cell.neighbours(downwards).stream()
                .mapToInt(neighbour -> neighbour.position)
                .average()
                .orElse(cell.position);
    }

    private int crossings() {
        return layers.stream().mapToInt(LayerOrder::crossingsBelow).sum();
    }

    private static int crossingsBelow(List<Cell> layer) {
        List<int[]> edges = new ArrayList<>();
        for (Cell from : layer) {
            from.below.forEach(to -> edges.add(new int[] {from.position, to.position}));
        }
        int crossings = 0;
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                int left = Integer.compare(edges.get(i)[0], edges.get(j)[0]);
                int right = Integer.compare(edges.get(i)[1], edges.get(j)[1]);
                crossings += left * right < 0 ? 1 : 0;
            }
        }
        return crossings;
    }
}
