package dev.batchwright.shard.parquet;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a column that is a record, a list, a map or a value of a sealed interface, by following its tree. */
final class NestedWriter extends TypedWriter {

    private final WriteNode root;
    private final List<Frame> frames = new ArrayList<>();
    private int depth;

    NestedWriter(WriteNode root) {
        this.root = root;
    }

    @Override
    public void nextRow() {
        depth = 0;
        for (LeafWriter leaf : root.leaves()) {
            leaf.nextRow();
        }
    }

    @Override
    public void writeNull() {
        nextPlace().writeNull();
    }

    @Override
    public void beginRecord(RecordType type) {
        WriteNode.Record record = (WriteNode.Record) nextPlace();
        for (LeafWriter present : record.present()) {
            present.writeBoolean(true);
        }
        push(record, 0);
    }

    @Override
    public void endRecord() {
        depth--;
    }

    @Override
    public void beginList(int size) {
        begin(size);
    }

    @Override
    public void endList() {
        depth--;
    }

    @Override
    public void beginMap(int size) {
        begin(size);
    }

    @Override
    public void endMap() {
        depth--;
    }

    @Override
    public void beginUnion(UnionType type, int variant) {
        WriteNode.Variants union = (WriteNode.Variants) nextPlace();
        union.kind().writeString(type.variants().get(variant).name());
        for (int i = 0; i < union.variants().size(); i++) {
            if (i != variant) {
                union.variants().get(i).writeAbsent(union.definition());
            }
        }
        push(union, variant);
    }

    @Override
    public void endUnion() {
        depth--;
    }

    @Override
    String describe() {
        return root.leaves().get(0).describe();
    }

    private void begin(int size) {
        WriteNode list = nextPlace();
        if (size == 0) {
            list.writeAbsent(list.definition());
        }
        push(list, 0);
    }

    private void push(WriteNode node, int position) {
        if (depth == frames.size()) {
            frames.add(new Frame());
        }
        Frame frame = frames.get(depth++);
        frame.node = node;
        frame.position = position;
    }

    private TypedWriter nextValue() {
        return ((WriteNode.Value) nextPlace()).writer();
    }

    /** Where the next value goes. A further element of a list sets the repetition level of all below it. */
    private WriteNode nextPlace() {
        if (depth == 0) {
            return root;
        }
        Frame frame = frames.get(depth - 1);
        int position = frame.position++;
        WriteNode node = frame.node;
        if (node instanceof WriteNode.Record record) {
            return record.children().get(position);
        }
        if (node instanceof WriteNode.Elements list) {
            if (position > 0) {
                list.repeatAt(list.repetition());
            }
            return list.element();
        }
        if (node instanceof WriteNode.Entries map) {
            if (position > 0 && position % 2 == 0) {
                map.repeatAt(map.repetition());
            }
            return position % 2 == 0 ? map.key() : map.value();
        }
        if (node instanceof WriteNode.Variants union) {
            return union.variants().get(position);
        }
        throw new IllegalStateException(describe() + " was given a value where it has no place for one");
    }

    @Override
    public void writeBoolean(boolean value) {
        nextValue().writeBoolean(value);
    }

    @Override
    public void writeByte(byte value) {
        nextValue().writeByte(value);
    }

    @Override
    public void writeShort(short value) {
        nextValue().writeShort(value);
    }

    @Override
    public void writeChar(char value) {
        nextValue().writeChar(value);
    }

    @Override
    public void writeInt(int value) {
        nextValue().writeInt(value);
    }

    @Override
    public void writeLong(long value) {
        nextValue().writeLong(value);
    }

    @Override
    public void writeFloat(float value) {
        nextValue().writeFloat(value);
    }

    @Override
    public void writeDouble(double value) {
        nextValue().writeDouble(value);
    }

    @Override
    public void writeString(String value) {
        nextValue().writeString(value);
    }

    @Override
    public void writeBytes(byte[] value) {
        nextValue().writeBytes(value);
    }

    @Override
    public void writeEnum(Enum<?> value) {
        nextValue().writeEnum(value);
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        nextValue().writeDecimal(value);
    }

    @Override
    public void writeUuid(UUID value) {
        nextValue().writeUuid(value);
    }

    @Override
    public void writeInstant(Instant value) {
        nextValue().writeInstant(value);
    }

    @Override
    public void writeDate(LocalDate value) {
        nextValue().writeDate(value);
    }

    @Override
    public void writeDateTime(LocalDateTime value) {
        nextValue().writeDateTime(value);
    }

    @Override
    public void writeDuration(Duration value) {
        nextValue().writeDuration(value);
    }

    @Override
    public void writeBooleans(boolean[] values) {
        nextValue().writeBooleans(values);
    }

    @Override
    public void writeShorts(short[] values) {
        nextValue().writeShorts(values);
    }

    @Override
    public void writeChars(char[] values) {
        nextValue().writeChars(values);
    }

    @Override
    public void writeInts(int[] values) {
        nextValue().writeInts(values);
    }

    @Override
    public void writeLongs(long[] values) {
        nextValue().writeLongs(values);
    }

    @Override
    public void writeFloats(float[] values) {
        nextValue().writeFloats(values);
    }

    @Override
    public void writeDoubles(double[] values) {
        nextValue().writeDoubles(values);
    }

    /** What has been begun and not ended, and how far it has come. */
    private static final class Frame {
        private @Nullable WriteNode node;
        private int position;
    }
}
