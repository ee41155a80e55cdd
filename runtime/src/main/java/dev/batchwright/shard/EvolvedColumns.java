package dev.batchwright.shard;

import dev.batchwright.schema.Evolution;

/** Encoded rows of an earlier record, whose columns are given as those of the present one. */
final class EvolvedColumns implements ColumnSource {

    private final ColumnSource stored;
    private final Evolution row;
    private final ShardSerializer<?> wanted;

    EvolvedColumns(ColumnSource stored, Evolution row, ShardSerializer<?> wanted) {
        this.stored = stored;
        this.row = row;
        this.wanted = wanted;
    }

    @Override
    public int rows() {
        return stored.rows();
    }

    @Override
    public ValueReader column(int index) {
        int column = row.storedColumn(index);
        return column == Evolution.ABSENT ? absent(index) : evolved(stored.column(column), row.part(column));
    }

    @Override
    public <V> V decode(int index, LazyColumn<V> decoder) {
        int column = row.storedColumn(index);
        if (column == Evolution.ABSENT) {
            return decoder.decode(absent(index), rows());
        }
        Evolution value = row.part(column);
        return stored.decode(column, value.isSame() ? decoder : decoder.reading(in -> evolved(in, value)));
    }

    private ValueReader absent(int index) {
        return new AbsentValues(wanted.schema().columns().get(index).name());
    }

    private static ValueReader evolved(ValueReader in, Evolution value) {
        return value.isSame() ? in : new EvolvedReader(in, value);
    }

    @Override
    public long storedBytes() {
        return stored.storedBytes();
    }
}
