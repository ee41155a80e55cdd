package dev.batchwright.importer;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a step as lines of JSON, piece by piece, of which one is open and one row is held. Used by one thread. */
final class RowStream implements AutoCloseable {

    private final Iterator<Piece> pieces;
    private final RowText row = new RowText();
    private long rowsToSkip;
    private @Nullable Piece piece;
    private @Nullable PieceReader reader;

    private RowStream(Iterator<Piece> pieces, long firstRow) {
        this.pieces = pieces;
        this.rowsToSkip = firstRow;
    }

    /** Opens nothing yet. */
    static RowStream of(List<Piece> pieces, long firstRow) {
        return new RowStream(pieces.iterator(), firstRow);
    }

    /** Asks for no piece before it is needed. */
    static RowStream of(Iterator<Piece> pieces, long firstRow) {
        return new RowStream(pieces, firstRow);
    }

    /** Goes to the next row, if there is one. */
    boolean next() throws IOException {
        while (true) {
            PieceReader open = reader == null ? openNext() : reader;
            if (open == null) {
                return false;
            }
            row.begin();
            if (read(open)) {
                row.end();
                return true;
            }
            close();
        }
    }

    private boolean read(PieceReader open) throws IOException {
        try {
            return open.next(row);
        } catch (IOException e) {
            throw changed(e);
        }
    }

    private @Nullable PieceReader openNext() throws IOException {
        while (pieces.hasNext()) {
            Piece next = pieces.next();
            if (rowsToSkip < next.rows()) {
                piece = next;
                reader = open(next, rowsToSkip);
                rowsToSkip = 0;
                return reader;
            }
            rowsToSkip -= next.rows();
        }
        return null;
    }

    private PieceReader open(Piece next, long firstRow) {
        try {
            return next instanceof Piece.OfJson json
                    ? new JsonPiece(json, firstRow)
                    : ParquetPiece.open((Piece.OfParquet) next, firstRow);
        } catch (IOException e) {
            throw changed(e);
        }
    }

    private RuntimeException changed(IOException e) {
        Piece current = piece;
        if (current == null) {
            throw new IllegalStateException("No piece is open", e);
        }
        return current.file().failure("is not what it was when the cache was opened", e);
    }

    /** The file that the last row came from. */
    String place() {
        return piece == null ? "no file" : piece.file().name();
    }

    byte[] bytes() {
        return row.bytes();
    }

    int length() {
        return row.length();
    }

    String text() {
        return row.text();
    }

    @Override
    public void close() throws IOException {
        PieceReader open = reader;
        reader = null;
        if (open != null) {
            open.close();
        }
    }
}
