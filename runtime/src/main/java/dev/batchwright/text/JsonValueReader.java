package dev.batchwright.text;

import com.fasterxml.jackson.core.JsonToken;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Reads rows from lines of JSON, straight from Jackson's tokens. The cursor stands on the first token of the value to be read. */
final class JsonValueReader extends TextValueReader {

    /** How many elements to make room for: JSON does not say how many there are. */
    private static final int SOME_ELEMENTS = 8;

    private final JsonCursor in;
    private final IdentityHashMap<RecordType, JsonFields> fields = new IdentityHashMap<>();
    private final List<OpenRecord> records = new ArrayList<>();
    private final List<Set<String>> keysOfMaps = new ArrayList<>();
    private int depth;

    JsonValueReader(JsonCursor in) {
        this.in = in;
    }

    /** Begins a row, and forgets one that was not read to its end. */
    void begin() {
        depth = 0;
        keysOfMaps.clear();
    }

    @Override
    public boolean readNull() {
        return in.is(JsonToken.VALUE_NULL);
    }

    @Override
    public boolean readBoolean() {
        if (in.is(JsonToken.VALUE_TRUE)) {
            return true;
        }
        in.require(JsonToken.VALUE_FALSE, "true or false");
        return false;
    }

    @Override
    protected long readInteger(long min, long max, String expected) {
        return in.integer(min, max, expected);
    }

    @Override
    public float readFloat() {
        if (!in.isNumber()) {
            return (float) notFinite("a float");
        }
        float value = in.smallNumber();
        if (Float.isInfinite(value) && !in.isNotFinite()) {
            throw in.unexpected("a float (at most 3.4028235E38)");
        }
        return value;
    }

    @Override
    public double readDouble() {
        if (!in.isNumber()) {
            return notFinite("a double");
        }
        double value = in.number();
        if (Double.isInfinite(value) && !in.isNotFinite()) {
            throw in.unexpected("a double (at most 1.7976931348623157E308)");
        }
        return value;
    }

    private double notFinite(String expected) {
        return switch (in.text(expected)) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw in.unexpected(expected + ", or the text NaN, Infinity or -Infinity");
        };
    }

    @Override
    public BigDecimal readDecimal() {
        return in.isNumber() ? decimalOf(in.characters()) : super.readDecimal();
    }

    /** Reads text. As the bytes of the line are valid UTF-8, only an escape can bring in half of a surrogate pair. */
    @Override
    public String readString() {
        String text = super.readString();
        if (in.mayHaveEscapes() && SurrogatePairs.indexOfHalf(text) >= 0) {
            throw in.unexpected("text without halves of surrogate pairs");
        }
        return text;
    }

    @Override
    protected String text(String expected) {
        if (in.is(JsonToken.FIELD_NAME)) {
            return in.key();
        }
        return in.text(expected);
    }

    @Override
    protected InvalidValueException unexpected(String expected) {
        return in.unexpected(expected);
    }

    @Override
    public boolean[] readBooleans() {
        return PrimitiveArrays.booleans(this);
    }

    @Override
    public short[] readShorts() {
        return PrimitiveArrays.shorts(this);
    }

    @Override
    public char[] readChars() {
        return PrimitiveArrays.chars(this);
    }

    @Override
    public int[] readInts() {
        return PrimitiveArrays.ints(this);
    }

    @Override
    public long[] readLongs() {
        return PrimitiveArrays.longs(this);
    }

    @Override
    public float[] readFloats() {
        return PrimitiveArrays.floats(this);
    }

    @Override
    public double[] readDoubles() {
        return PrimitiveArrays.doubles(this);
    }

    @Override
    public int beginRecord(RecordType type) {
        in.require(JsonToken.START_OBJECT, "an object");
        if (depth == records.size()) {
            records.add(new OpenRecord());
        }
        records.get(depth).begin(fields.computeIfAbsent(type, JsonFields::new));
        depth++;
        return nextColumn();
    }

    @Override
    public int nextColumn() {
        OpenRecord record = records.get(depth - 1);
        while (true) {
            int column = record.nextColumn(in);
            if (column == OpenRecord.END) {
                break;
            }
            if (column == OpenRecord.TWICE) {
                throw new InvalidValueException(in.path(), "the field comes twice");
            }
            in.next();
            if (column >= 0) {
                return column;
            }
            in.skip();
        }
        depth--;
        String missing = record.missing();
        if (missing != null) {
            String path = in.path();
            throw new InvalidValueException(
                    (path.isEmpty() ? "" : path + ".") + missing,
                    "the field is missing. Add it, or mark the component @Nullable");
        }
        return -1;
    }

    @Override
    public int beginList() {
        in.require(JsonToken.START_ARRAY, "a list");
        return SOME_ELEMENTS;
    }

    @Override
    public boolean nextElement() {
        return in.next() != JsonToken.END_ARRAY;
    }

    @Override
    public int beginMap() {
        in.require(JsonToken.START_OBJECT, "an object with the entries of a map");
        keysOfMaps.add(new HashSet<>());
        return SOME_ELEMENTS;
    }

    @Override
    public boolean nextEntry() {
        int innermost = keysOfMaps.size() - 1;
        String key = in.nextName();
        if (key == null) {
            keysOfMaps.remove(innermost);
            return false;
        }
        if (!keysOfMaps.get(innermost).add(key)) {
            throw new InvalidValueException(in.path(), "the key comes twice");
        }
        return true;
    }

    @Override
    public int beginUnion(UnionType type) {
        String expected = "an object with one field, named after one of the records of " + type.name();
        in.require(JsonToken.START_OBJECT, expected);
        String name = in.nextName();
        for (int variant = 0; variant < type.variants().size(); variant++) {
            if (type.variants().get(variant).name().equals(name)) {
                in.next();
                return variant;
            }
        }
        throw in.unexpected("one field, named after one of "
                + type.variants().stream().map(RecordType::name).toList());
    }

    @Override
    public void endUnion() {
        if (in.nextName() != null) {
            throw in.unexpected("the end of the object, as it names a record already");
        }
    }
}
