package dev.batchwright.shard.msgpack;

import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.ValueReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Some consecutive rows of a block. When they are first touched, one pass without decoding finds where each value begins. */
final class EncodedRows implements ColumnSource {

    private final BlockRows block;
    private final int begin;
    private final int rows;
    private final int columns;
    private final boolean endsBlock;
    private int end;
    private int @Nullable [] starts;

    EncodedRows(BlockRows block, int begin, int rows, int columns, boolean endsBlock) {
        this.block = block;
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
        return MessagePackReader.ofColumn(new Decoder(block, begin), starts(), index, columns);
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
        Decoder decoder = new Decoder(block, begin);
        if ((long) rows * (1 + columns) > decoder.left()) {
            throw decoder.corrupt("there are fewer bytes than values in " + rows + " rows");
        }
        int[] found = new int[rows * columns];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            if (decoder.arrayHeader() != columns) {
                throw decoder.corrupt("a row does not have " + columns + " columns");
            }
            for (int column = 0; column < columns; column++) {
                found[next++] = decoder.position();
                decoder.skip();
            }
        }
        end = decoder.position();
        if (endsBlock) {
            decoder.checkAtEnd();
        }
        return found;
    }
}
