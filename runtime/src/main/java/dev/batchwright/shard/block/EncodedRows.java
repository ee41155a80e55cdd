package dev.batchwright.shard.block;

import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.ValueReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some consecutive rows of a block. When they are first touched, one pass without decoding finds where each value begins. */
final class EncodedRows<P extends CheckedBlock> implements ColumnSource {

    private final BlockRows block;
    private final RowDecoder<P> decoder;
    private final int begin;
    private final int rows;
    private final int columns;
    private final boolean endsBlock;
    private int end;
    private int @Nullable [] starts;

    EncodedRows(BlockRows block, RowDecoder<P> decoder, int begin, int rows, int columns, boolean endsBlock) {
        this.block = block;
        this.decoder = decoder;
        this.begin = begin;
        this.rows = rows;
        this.columns = columns;
        this.endsBlock = endsBlock;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public ValueReader column(int index) {
        Objects.checkIndex(index, columns);
        return decoder.column(decoder.at(block, begin), new ColumnPlaces(starts(), index, columns));
    }

    /** Where the row after these begins. */
    int end() {
        starts();
        return end;
    }

    private int[] starts() {
        int[] found = starts;
        if (found == null) {
            found = findStarts();
            starts = found;
        }
        return found;
    }

    private int[] findStarts() {
        P place = decoder.at(block, begin);
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
        end = place.position();
        if (endsBlock) {
            place.checkAtEnd();
        }
        return found;
    }
}
