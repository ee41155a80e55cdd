package dev.batchwright.shard.block;

import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.StorageUnit;
import dev.batchwright.shard.ValueReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A block of a file, which is read when its rows are first touched. When one of its columns is, one pass without decoding finds where
 * each value begins, so that values of other columns cost next to nothing.
 */
final class Block<P extends CheckedBlock> implements StorageUnit {

    private final BlockReader blocks;
    private final RowDecoder<P> decoder;
    private final int number;
    private final int columns;
    private byte[] spare;
    private boolean shared;
    private @Nullable BlockRows content;
    private int @Nullable [] starts;

    /**
     * Stands for a block.
     *
     * @param blocks reads it
     * @param decoder finds its rows
     * @param number its number in the file
     * @param columns how many columns its rows have
     * @param spare memory that it may use if it is large enough
     */
    Block(BlockReader blocks, RowDecoder<P> decoder, int number, int columns, byte[] spare) {
        this.blocks = blocks;
        this.decoder = decoder;
        this.number = number;
        this.columns = columns;
        this.spare = spare;
    }

    int number() {
        return number;
    }

    @Override
    public long rows() {
        return blocks.rows(number);
    }

    @Override
    public long bytes() {
        return blocks.storedLength(number);
    }

    @Override
    public ColumnSource slice(long first, int count) {
        return new EncodedRows<>(this, (int) first, count);
    }

    /** Notes that batches refer to the block's bytes, which must then not be overwritten. */
    void share() {
        shared = true;
    }

    /** Memory that the next block may use. */
    byte[] spare() {
        return content == null || shared ? new byte[0] : content.data();
    }

    /** The encoded rows. */
    BlockRows content() throws IOException {
        BlockRows read = content;
        if (read == null) {
            read = blocks.read(number, spare);
            spare = new byte[0];
            content = read;
        }
        return read;
    }

    /** The values of a column, of rows from one to another. */
    ValueReader column(int index, int first, int end) {
        blocks.checkOpen();
        try {
            ColumnPlaces places = new ColumnPlaces(starts(), first * columns + index, end * columns, columns);
            return decoder.column(decoder.at(content(), 0), places);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int columns() {
        return columns;
    }

    /** A place before the first row, for reading rows whole. */
    BlockCursor<P> cursor() throws IOException {
        return new BlockCursor<>(content(), decoder, columns);
    }

    private int[] starts() throws IOException {
        int[] found = starts;
        if (found == null) {
            found = findStarts(content());
            starts = found;
        }
        return found;
    }

    private int[] findStarts(BlockRows block) {
        P place = decoder.at(block, 0);
        int rows = block.rows();
        if ((long) rows * decoder.smallestRow() > place.left()) {
            throw place.corrupt("there are fewer bytes than values in " + rows + " rows");
        }
        int[] found = new int[rows * columns];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            decoder.beginRow(place);
            for (int column = 0; column < columns; column++) {
                found[next++] = place.position();
                decoder.skipColumn(place, column);
            }
        }
        place.checkAtEnd();
        return found;
    }
}
