package dev.batchwright.processor.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the cells of a layer stand, once their order is known: as near as can be, by least squares, to the middle of what they are
 * joined with, but never closer to one another than the gap. Without the gaps between them the places only have to rise, so that this
 * is isotonic regression, which pools neighbours that are in each other's way (M. Ayer et al., An Empirical Distribution Function for
 * Sampling with Incomplete Information, 1955).
 */
final class CellPlacement {

    private static final int SWEEPS = 24;
    private static final double GAP = 28;

    /** A passing edge is rather straight than a node exactly in the middle. */
    private static final double PASSING_WEIGHT = 4;

    /** Cells that stand side by side without more than the gap between them, by the mean of where they would stand without others. */
    private record Pool(double place, double weight, int cells) {

        Pool and(Pool right) {
            double sum = weight + right.weight;
            return new Pool((place * weight + right.place * right.weight) / sum, sum, cells + right.cells);
        }
    }

    private CellPlacement() {}

    /** Places the cells of all layers, the leftmost one at the left edge; returns the width. */
    static double place(List<List<Cell>> layers) {
        layers.forEach(CellPlacement::packed);
        int last = layers.size() - 1;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean downwards = sweep % 2 == 0;
            for (int step = 0; step <= last; step++) {
                align(layers.get(downwards ? step : last - step), downwards);
            }
        }
        List<Cell> all = layers.stream().flatMap(List::stream).toList();
        double left =
                all.stream().mapToDouble(cell -> cell.x - cell.width / 2).min().orElse(0);
        all.forEach(cell -> cell.x -= left);
        return all.stream().mapToDouble(cell -> cell.x + cell.width / 2).max().orElse(0);
    }

    private static void packed(List<Cell> layer) {
        double right = 0;
        for (Cell cell : layer) {
            cell.x = right + cell.width / 2;
            right += cell.width + GAP;
        }
    }

    private static void align(List<Cell> layer, boolean downwards) {
        List<Pool> pools = new ArrayList<>();
        double offset = 0;
        for (int i = 0; i < layer.size(); i++) {
            Cell cell = layer.get(i);
            offset += i == 0 ? 0 : distance(layer.get(i - 1), cell);
            double weight = cell.isNode ? 1 : PASSING_WEIGHT;
            add(new Pool(wanted(cell, downwards) - offset, weight, 1), pools);
        }
        stand(layer, pools);
    }

    private static void add(Pool added, List<Pool> pools) {
        Pool pool = added;
        while (!pools.isEmpty() && pools.get(pools.size() - 1).place() > pool.place()) {
            pool = pools.remove(pools.size() - 1).and(pool);
        }
        pools.add(pool);
    }

    private static void stand(List<Cell> layer, List<Pool> pools) {
        double offset = 0;
        int next = 0;
        for (Pool pool : pools) {
            for (int i = 0; i < pool.cells(); i++, next++) {
                Cell cell = layer.get(next);
                offset += next == 0 ? 0 : distance(layer.get(next - 1), cell);
                cell.x = pool.place() + offset;
            }
        }
    }

    private static double distance(Cell left, Cell right) {
        return left.width / 2 + GAP + right.width / 2;
    }

    private static double wanted(Cell cell, boolean downwards) {
        return cell.neighbours(downwards).stream()
                .mapToDouble(neighbour -> neighbour.x)
                .average()
                .orElse(cell.x);
    }
}
