package dev.batchwright.text;

import dev.batchwright.schema.Column;
import dev.batchwright.schema.RecordType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A composite value that is being written as JSON: it knows which name its next part has to bear. */
final class OpenValue {

    private final List<Column> columns;
    private final boolean isMap;
    private int written;
    private @Nullable String key;

    private OpenValue(List<Column> columns, boolean isMap) {
        this.columns = columns;
        this.isMap = isMap;
    }

    /** A record, whose parts bear the names of its columns. */
    static OpenValue record(RecordType type) {
        return new OpenValue(type.columns(), false);
    }

    /** A map, each of whose values comes after its key. */
    static OpenValue map() {
        return new OpenValue(List.of(), true);
    }

    /** A list, or a union whose record has been named: its parts bear no names. */
    static OpenValue list() {
        return new OpenValue(List.of(), false);
    }

    /** Whether the next text is the key of an entry. */
    boolean takesKey() {
        return isMap && key == null;
    }

    void takeKey(String ofNextValue) {
        key = ofNextValue;
    }

    /** The column that the next part belongs to; null where parts are not columns. */
    @Nullable
    String beginPart() {
        key = null;
        return written < columns.size() ? columns.get(written++).name() : null;
    }

    /** How messages name the part that is being written or comes next, to be put behind the path of the whole. */
    String part(boolean begun) {
        if (isMap) {
            return "[" + key + "]";
        }
        int column = begun ? written - 1 : written;
        return columns.isEmpty() ? "[]" : "." + columns.get(column).name();
    }
}
