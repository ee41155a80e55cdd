package dev.batchwright.importer;

import java.io.IOException;

/** Reads the rows of one piece. Used by one thread. */
interface PieceReader extends AutoCloseable {

    /**
     * Writes the next row.
     *
     * @param out takes it as JSON
     * @return false if there is none
     * @throws IOException if the file is not what it was when it was looked at
     */
    boolean next(RowText out) throws IOException;

    @Override
    void close() throws IOException;
}
