package dev.batchwright.importer;

/**
 * Rows that stand one after the other in a JSON file.
 *
 * @param file the file
 * @param start its byte at which they begin
 * @param end the byte behind them
 * @param size how many there are
 * @param areObjects whether all of them are objects, as rows have to be
 */
record RowList(CachedFile file, long start, long end, long size, boolean areObjects) {

    /** The rows from one to another. */
    Piece piece(long from, long to) {
        return new Piece.OfJson(this, from, to - from);
    }

    /** All rows. */
    Piece piece() {
        return piece(0, size);
    }
}
