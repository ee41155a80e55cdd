package dev.batchwright.importer;

import dev.batchwright.shard.ChannelPartInput;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.parquet.ParquetRows;
import java.io.IOException;

/** Reads the rows of a Parquet file, whatever its columns are, as JSON. */
final class ParquetPiece implements PieceReader {

    private final ParquetRows<byte[]> rows;
    private long left;

    private ParquetPiece(CachedFile file, long firstRow, long count) throws IOException {
        PartInput in = new ChannelPartInput(file.open(), file.name());
        try {
            rows = ParquetRows.open(in, new JsonRowSerializer(ParquetRows.columns(in)));
            rows.skipTo(firstRow);
            left = count;
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Stands before the first row of a piece, or before a later one. */
    static ParquetPiece open(Piece.OfParquet piece, long firstRow) throws IOException {
        piece.file().requireUnchanged();
        return new ParquetPiece(piece.file(), piece.from() + firstRow, piece.rows() - firstRow);
    }

    /**
     * Reads a whole file to see whether it can be.
     *
     * @throws Unusable if it cannot
     */
    static Piece whole(CachedFile file) throws Unusable {
        try (ParquetPiece piece = new ParquetPiece(file, 0, 0)) {
            while (piece.rows.next() != null) {
                // What cannot be decoded is thrown.
            }
            return new Piece.OfParquet(file, 0, piece.rows.size());
        } catch (IOException | RuntimeException e) {
            // Whatever a file can bring a reader to throw, it is the file that is wrong.
            throw new Unusable(ImportProblem.unreadable(file.name(), String.valueOf(e.getMessage())));
        }
    }

    @Override
    public boolean next(RowText out) throws IOException {
        byte[] row = left == 0 ? null : rows.next();
        if (row == null) {
            return false;
        }
        left--;
        out.write(row);
        return true;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
