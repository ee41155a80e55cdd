package dev.batchwright.shard.msgpack;

import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.block.BlockRows;
import dev.batchwright.shard.block.ColumnPlaces;
import dev.batchwright.shard.block.RowDecoder;

/** Finds rows, which are arrays of their columns. */
record MessagePackRows(int columns) implements RowDecoder<Decoder> {

    @Override
    public Decoder at(BlockRows block, int position) {
        return new Decoder(block, position);
    }

    @Override
    public ValueReader rows(Decoder place) {
        return MessagePackReader.ofRows(place);
    }

    @Override
    public ValueReader column(Decoder place, ColumnPlaces values) {
        return MessagePackReader.ofColumn(place, values);
    }

    @Override
    public void beginRow(Decoder place) {
        if (place.arrayHeader() != columns) {
            throw place.corrupt("a row does not have " + columns + " columns");
        }
    }

    @Override
    public void skipColumn(Decoder place, int column) {
        place.skip();
    }

    @Override
    public int smallestRow() {
        return 1 + columns;
    }
}
