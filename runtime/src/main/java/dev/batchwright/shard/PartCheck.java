package dev.batchwright.shard;

import java.util.ArrayList;
import java.util.List;

/**
 * What a look at a part has found.
 *
 * @param footer what the part says of itself
 * @param extent how much of the part was looked at
 * @param damage what is not as it was written, in the order in which it was found; nothing in a sound part
 */
public record PartCheck(PartFooter footer, Extent extent, List<DamagedRows> damage) {

    /** How much of a part was looked at. */
    public enum Extent {
        /** All that a reader of its rows would rely on. */
        ALL,
        /** Nothing but its footer. */
        FOOTER
    }

    /**
     * Rows that cannot be read, or not all of their columns.
     *
     * @param firstRow the first of them, counted from the beginning of the part
     * @param endRow the row after the last of them
     * @param what what is wrong, for people; does not name the file
     */
    public record DamagedRows(long firstRow, long endRow, String what) {}

    /** Copies the list. */
    public PartCheck {
        damage = List.copyOf(damage);
    }

    /**
     * The result of a look at nothing but the footer.
     *
     * @param footer the footer
     * @return a check of the {@link Extent#FOOTER}
     */
    public static PartCheck ofFooter(PartFooter footer) {
        return new PartCheck(footer, Extent.FOOTER, List.of());
    }

    /** Gathers what is wrong with a part, however much that is, in bounded memory. Used by one thread. */
    public static final class Findings {

        /** Who has read so many lines knows enough. */
        private static final int MOST = 100;

        private final List<DamagedRows> found = new ArrayList<>();

        /** Begins a check. */
        public Findings() {}

        /**
         * Adds rows. Those that follow the ones added last, for the same reason, are put together with them, and when there are very
         * many findings, all that come later become one.
         *
         * @param firstRow the first of them, counted from the beginning of the part
         * @param endRow the row after the last of them
         * @param what what is wrong
         */
        public void add(long firstRow, long endRow, String what) {
            if (found.isEmpty()) {
                found.add(new DamagedRows(firstRow, endRow, what));
                return;
            }
            int at = found.size() - 1;
            DamagedRows last = found.get(at);
            if (last.endRow() == firstRow && last.what().equals(what)) {
                found.set(at, new DamagedRows(last.firstRow(), endRow, what));
            } else if (found.size() < MOST) {
                found.add(new DamagedRows(firstRow, endRow, what));
            } else {
                found.set(
                        at,
                        new DamagedRows(
                                Math.min(last.firstRow(), firstRow),
                                Math.max(last.endRow(), endRow),
                                "more is damaged than is told here"));
            }
        }

        /**
         * Ends a check of the {@link Extent#ALL}.
         *
         * @param footer the part's footer
         * @return what was found
         */
        public PartCheck of(PartFooter footer) {
            return new PartCheck(footer, Extent.ALL, found);
        }
    }
}
