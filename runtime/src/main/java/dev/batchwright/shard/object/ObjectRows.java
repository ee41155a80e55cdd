package dev.batchwright.shard.object;

import dev.batchwright.schema.RecordType;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.block.BlockRows;
import dev.batchwright.shard.block.ColumnPlaces;
import dev.batchwright.shard.block.RowDecoder;
import java.util.List;
import java.util.Set;

/** Finds rows, of which only the schema says how long they are. */
final class ObjectRows implements RowDecoder<ObjectDecoder> {

    private final List<Skip> columns;
    private final Set<List<String>> enums;
    private final RecentKeys keys = new RecentKeys();

    ObjectRows(RecordType schema) {
        this.columns = Skip.columnsOf(schema);
        this.enums = EnumIndexes.listsIn(schema);
    }

    @Override
    public ObjectDecoder at(BlockRows block, int position) {
        return new ObjectDecoder(block, position);
    }

    @Override
    public ValueReader rows(ObjectDecoder place) {
        return new ObjectReader(place, null, new EnumIndexes(enums), keys);
    }

    @Override
    public ValueReader column(ObjectDecoder place, ColumnPlaces values) {
        // Keys of its own: another thread may read another batch meanwhile.
        return new ObjectReader(place, values, new EnumIndexes(enums), new RecentKeys());
    }

    @Override
    public void beginRow(ObjectDecoder place) {
        if (columns.isEmpty()) {
            place.skip(1);
        }
    }

    @Override
    public void skipColumn(ObjectDecoder place, int column) {
        columns.get(column).over(place);
    }

    @Override
    public int smallestRow() {
        return Math.max(1, columns.size());
    }
}
