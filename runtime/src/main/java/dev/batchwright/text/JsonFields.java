package dev.batchwright.text;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.batchwright.schema.Column;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of an object that stands for a record: its columns by name, and those that must not be missing. */
final class JsonFields {

    private final String[] names;
    private final SerializedString[] encoded;
    private final boolean[] required;
    private final Map<String, Integer> columns = new HashMap<>();

    JsonFields(RecordType type) {
        List<Column> all = type.columns();
        names = new String[all.size()];
        encoded = new SerializedString[all.size()];
        required = new boolean[all.size()];
        for (int i = 0; i < names.length; i++) {
            Column column = all.get(i);
            names[i] = column.name();
            encoded[i] = new SerializedString(names[i]);
            required[i] = !column.nullable() && !(column.type() instanceof OptionalType);
            columns.put(names[i], i);
        }
    }

    int size() {
        return names.length;
    }

    String name(int column) {
        return names[column];
    }

    boolean isRequired(int column) {
        return required[column];
    }

    /** The name as it stands in files that need no escapes for it. */
    SerializedString encodedName(int column) {
        return encoded[column];
    }

    /** The column of a field, or {@link OpenRecord#UNKNOWN}. */
    int columnOf(String name) {
        return columns.getOrDefault(name, OpenRecord.UNKNOWN);
    }
}
