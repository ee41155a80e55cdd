package dev.batchwright.importer;

/** Rows of one step that lie together in one file. */
sealed interface Piece {

    /** The file. */
    CachedFile file();

    /** How many rows there are. */
    long rows();

    /**
     * Rows in a JSON file.
     *
     * @param list where they stand
     * @param from the first of them that is meant
     * @param rows how many are meant
     */
    record OfJson(RowList list, long from, long rows) implements Piece {

        @Override
        public CachedFile file() {
            return list.file();
        }
    }

    /**
     * All rows from one on in a Parquet file.
     *
     * @param file the file
     * @param from the first of them that is meant
     * @param rows how many are meant
     */
    record OfParquet(CachedFile file, long from, long rows) implements Piece {}
}
