package dev.batchwright.shard.parquet;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a column that is a record, a list, a map or a value of a sealed interface, by following its tree. */
final class NestedWriter extends ForwardingWriter {

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
        WriteNode.Fields record = (WriteNode.Fields) nextPlace();
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

    @Override
    TypedWriter nextValue() {
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
        if (node instanceof WriteNode.Fields record) {
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

    /** What has been begun and not ended, and how far it has come. */
    private static final class Frame {
        private @Nullable WriteNode node;
        private int position;
    }
}
