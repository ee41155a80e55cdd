package dev.batchwright.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A record that is being read from an object: which of its columns have come. Used again for the next record at its depth. */
final class OpenRecord {

    static final int UNKNOWN = -1;
    static final int TWICE = -2;
    static final int END = -3;

    private @Nullable JsonFields fields;
    private boolean[] seen = {};
    private int expected;

    void begin(JsonFields ofRecord) {
        fields = ofRecord;
        expected = 0;
        if (seen.length < ofRecord.size()) {
            seen = new boolean[ofRecord.size()];
        } else {
            Arrays.fill(seen, false);
        }
    }

    /** Goes to the next field; tells its column, {@link #UNKNOWN}, {@link #TWICE}, or {@link #END} if there is no further one. */
    int nextColumn(JsonCursor in) {
        int column = columnOfNext(in);
        if (column < 0) {
            return column;
        }
        if (seen[column]) {
            return TWICE;
        }
        seen[column] = true;
        expected = column + 1;
        return column;
    }

    /** Files tend to have the fields in the order of the record, so the guess is mostly right. */
    private int columnOfNext(JsonCursor in) {
        JsonFields all = fields();
        if (expected < all.size() && in.nextIsNamed(all.encodedName(expected))) {
            return expected;
        }
        String name = expected < all.size() ? in.name() : in.nextName();
        return name == null ? END : all.columnOf(name);
    }

    /** A column that has not come though it must, or null. */
    @Nullable
    String missing() {
        JsonFields all = fields();
        for (int column = 0; column < all.size(); column++) {
            if (!seen[column] && all.isRequired(column)) {
                return all.name(column);
            }
        }
        return null;
    }

    private JsonFields fields() {
        if (fields == null) {
            throw new IllegalStateException("No record has been begun");
        }
        return fields;
    }
}
