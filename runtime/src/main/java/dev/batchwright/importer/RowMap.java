package dev.batchwright.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Rows of a step, by the batch that they were put out in and their place in it. Where several files hold one row, the first that was
 * added is taken.
 */
final class RowMap {

    private final NavigableMap<Coordinate, Stretch> stretches = new TreeMap<>();

    /** Where a row stands among all that its step has put out. */
    private record Coordinate(long batch, long place) implements Comparable<Coordinate> {

        private static final Comparator<Coordinate> ORDER =
                Comparator.comparingLong(Coordinate::batch).thenComparingLong(Coordinate::place);

        @Override
        public int compareTo(Coordinate other) {
            return ORDER.compare(this, other);
        }
    }

    /** Rows that begin at a coordinate and end before a place of the same batch. */
    private record Stretch(long end, Piece piece) {}

    /**
     * Adds the rows that are not there already.
     *
     * @param batch the number of the batch
     * @param place the place of the first of the rows in it
     * @param rows the list that holds them
     * @param from the first of the list that is meant
     * @param count how many are meant
     */
    void add(long batch, long place, RowList rows, long from, long count) {
        long end = place + count;
        long free = endOfCovered(batch, place);
        while (free < end) {
            Map.Entry<Coordinate, Stretch> next = stretches.ceilingEntry(new Coordinate(batch, free));
            boolean isNear = next != null
                    && next.getKey().batch() == batch
                    && next.getKey().place() < end;
            long until = isNear ? next.getKey().place() : end;
            if (until > free) {
                long first = from + free - place;
                stretches.put(new Coordinate(batch, free), new Stretch(until, rows.piece(first, first + until - free)));
            }
            free = isNear ? next.getValue().end() : end;
        }
    }

    private long endOfCovered(long batch, long place) {
        Map.Entry<Coordinate, Stretch> before = stretches.floorEntry(new Coordinate(batch, place));
        return before == null || before.getKey().batch() != batch
                ? place
                : Math.max(place, before.getValue().end());
    }

    /** All rows in order. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        stretches.values().forEach(stretch -> pieces.add(stretch.piece()));
        return pieces;
    }
}
