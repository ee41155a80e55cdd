package dev.batchwright.shard.object;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.block.BlockRows;
import java.util.function.Consumer;

/**
 * Decodes the blocks of a {@link RowBlockWriter}. Used by one thread.
 *
 * @param <T> the rows
 */
public final class RowBlockReader<T> {

    private final String source;
    private final ShardSerializer<T> serializer;
    private final ObjectRows decoder;

    /**
     * Reads nothing yet.
     *
     * @param source how messages call what the blocks come from
     * @param serializer reads the rows
     */
    public RowBlockReader(String source, ShardSerializer<T> serializer) {
        this.source = source;
        this.serializer = serializer;
        this.decoder = new ObjectRows(serializer.schema());
    }

    /**
     * Reads all rows of a block.
     *
     * @param data begins with the block
     * @param length how long it is
     * @param rows how many rows it has
     * @param into takes the rows in their order
     * @throws CorruptShardException if that is no block of so many rows
     */
    public void read(byte[] data, int length, int rows, Consumer<? super T> into) {
        ObjectDecoder place = decoder.at(new BlockRows(source, 0, data, length, rows), 0);
        if (rows < 0 || (long) rows * decoder.smallestRow() > length) {
            throw place.corrupt("there are fewer bytes than values in " + rows + " rows");
        }
        ValueReader values = decoder.rows(place);
        for (int row = 0; row < rows; row++) {
            into.accept(serializer.read(values));
        }
        if (place.left() != 0) {
            throw place.corrupt(place.left() + " bytes follow the last row");
        }
    }
}
