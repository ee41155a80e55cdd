package dev.batchwright.text;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes rows as JSON in the form that {@link JsonValueReader} reads. */
public final class JsonValueWriter extends TextValueWriter {

    private final JsonGenerator json;
    private final Deque<OpenValue> open = new ArrayDeque<>();

    /** Writes one thing with Jackson. */
    @FunctionalInterface
    private interface Emission {

        void emit() throws IOException;
    }

    public JsonValueWriter(JsonGenerator json) {
        this.json = json;
    }

    @Override
    public void writeNull() {
        value(json::writeNull);
    }

    @Override
    public void writeBoolean(boolean value) {
        value(() -> json.writeBoolean(value));
    }

    @Override
    public void writeByte(byte value) {
        writeLong(value);
    }

    @Override
    public void writeShort(short value) {
        writeLong(value);
    }

    @Override
    public void writeChar(char value) {
        if (Character.isSurrogate(value)) {
            // JSON can express what UTF-8 cannot.
            value(() -> json.writeRawValue("\"\\u%04x\"".formatted((int) value)));
        } else {
            text(String.valueOf(value));
        }
    }

    @Override
    public void writeInt(int value) {
        writeLong(value);
    }

    @Override
    public void writeLong(long value) {
        value(() -> json.writeNumber(value));
    }

    @Override
    public void writeFloat(float value) {
        value(() -> json.writeNumber(value));
    }

    @Override
    public void writeDouble(double value) {
        value(() -> json.writeNumber(value));
    }

    @Override
    protected void text(String value) {
        OpenValue innermost = open.peek();
        if (innermost != null && innermost.takesKey()) {
            innermost.takeKey(value);
            emit(() -> json.writeFieldName(value));
        } else {
            value(() -> json.writeString(value));
        }
    }

    @Override
    public void writeBooleans(boolean[] values) {
        beginList(values.length);
        for (boolean value : values) {
            writeBoolean(value);
        }
        endList();
    }

    @Override
    public void writeShorts(short[] values) {
        beginList(values.length);
        for (short value : values) {
            writeShort(value);
        }
        endList();
    }

    @Override
    public void writeChars(char[] values) {
        beginList(values.length);
        for (char value : values) {
            writeChar(value);
        }
        endList();
    }

    @Override
    public void writeInts(int[] values) {
        beginList(values.length);
        for (int value : values) {
            writeInt(value);
        }
        endList();
    }

    @Override
    public void writeLongs(long[] values) {
        beginList(values.length);
        for (long value : values) {
            writeLong(value);
        }
        endList();
    }

    @Override
    public void writeFloats(float[] values) {
        beginList(values.length);
        for (float value : values) {
            writeFloat(value);
        }
        endList();
    }

    @Override
    public void writeDoubles(double[] values) {
        beginList(values.length);
        for (double value : values) {
            writeDouble(value);
        }
        endList();
    }

    @Override
    public void beginRecord(RecordType type) {
        value(json::writeStartObject);
        open.push(OpenValue.record(type));
    }

    @Override
    public void endRecord() {
        open.pop();
        emit(json::writeEndObject);
    }

    @Override
    public void beginList(int size) {
        value(json::writeStartArray);
        open.push(OpenValue.list());
    }

    @Override
    public void endList() {
        open.pop();
        emit(json::writeEndArray);
    }

    @Override
    public void beginMap(int size) {
        value(json::writeStartObject);
        open.push(OpenValue.map());
    }

    @Override
    public void endMap() {
        open.pop();
        emit(json::writeEndObject);
    }

    @Override
    public void beginUnion(UnionType type, int variant) {
        value(json::writeStartObject);
        emit(() -> json.writeFieldName(type.variants().get(variant).name()));
        open.push(OpenValue.list());
    }

    @Override
    public void endUnion() {
        open.pop();
        emit(json::writeEndObject);
    }

    /** The column that the next value goes to, with the records and lists that it lies in, such as {@code meta.tags[]}. */
    @Override
    protected String column() {
        StringBuilder path = new StringBuilder();
        for (OpenValue value : open) {
            path.insert(0, value.part(value != open.peek()));
        }
        return path.substring(Math.min(1, path.length()));
    }

    private void value(Emission emission) {
        OpenValue innermost = open.peek();
        String name = innermost == null ? null : innermost.beginPart();
        if (name != null) {
            emit(() -> json.writeFieldName(name));
        }
        emit(emission);
    }

    private static void emit(Emission emission) {
        try {
            emission.emit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
