package dev.batchwright.shard.parquet;

import dev.batchwright.schema.RecordType;
import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.StorageUnit;
import dev.batchwright.shard.ValueReader;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one row group, as batches whose columns are decoded when they are touched. Each column keeps its place, so that batches
 * that follow each other decode it once. A batch that wants rows before that place, or while another batch is still reading, gets
 * a reader of its own, from the row group's beginning on.
 */
final class RowGroupReader implements StorageUnit {

    private final RecordType row;
    private final ChunkLookup chunks;
    private final long firstRow;
    private final long rows;
    private final long bytes;
    private final @Nullable ColumnReader[] readers;
    private final BooleanSupplier isClosed;

    /**
     * Opens a row group; nothing is read of it yet.
     *
     * @param row the row's schema
     * @param file the file
     * @param rowGroup one of its row groups
     * @param firstRow the number, in the file, of the row group's first row
     * @param decompressor decompresses its pages
     * @param isClosed whether the file is closed
     */
    RowGroupReader(
            RecordType row,
            ParquetFile file,
            RowGroup rowGroup,
            long firstRow,
            PageDecompressor decompressor,
            BooleanSupplier isClosed) {
        this.row = row;
        this.chunks = new ChunkLookup(file, rowGroup, decompressor);
        this.firstRow = firstRow;
        this.rows = rowGroup.rows();
        this.bytes = rowGroup.bytes();
        this.isClosed = isClosed;
        this.readers = new @Nullable ColumnReader[row.columns().size()];
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    /** Makes sure that the file has all columns of the row, in types that fit. */
    void checkColumns() {
        for (int column = 0; column < readers.length; column++) {
            readers[column] = open(column);
        }
    }

    @Override
    public ColumnSource slice(long first, int count) {
        return new ColumnSource() {

            @Override
            public int rows() {
                return count;
            }

            @Override
            public ValueReader column(int index) {
                return lend(index, first, first + count);
            }

            @Override
            public long storedBytes() {
                return Math.round((double) bytes * count / rows);
            }
        };
    }

    private ValueReader lend(int index, long first, long end) {
        if (isClosed.getAsBoolean()) {
            throw new IllegalStateException("The reader that the batch came from is closed");
        }
        ColumnReader reader = readers[index];
        if (reader == null || !reader.rows().isFree() || reader.rows().row() > first) {
            reader = open(index);
            readers[index] = reader;
        }
        long behind = first - reader.rows().row();
        if (behind > 0) {
            reader.skip(behind);
        }
        reader.rows().lend(end);
        return reader;
    }

    private ColumnReader open(int index) {
        return ReadTree.of(row, row.columns().get(index), chunks, new RowCursor(firstRow));
    }
}
