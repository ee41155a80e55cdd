package dev.batchwright.shard.parquet;

import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a column that is a record, a list, a map or a value of a sealed interface, by following its tree. */
final class NestedReader extends ForwardingReader {

    private final ReadNode root;
    private final List<Frame> frames = new ArrayList<>();
    private int depth;

    NestedReader(RowCursor rows, ReadNode root) {
        super(rows);
        this.root = root;
    }

    @Override
    void begin() {
        depth = 0;
    }

    @Override
    void skipRows(long count) {
        for (LeafReader leaf : root.leaves()) {
            leaf.skipRows(count);
        }
    }

    @Override
    public boolean readNull() {
        ReadNode node = place();
        if (!node.isAbsent()) {
            return false;
        }
        node.takeAbsent();
        filled();
        return true;
    }

    @Override
    public int beginRecord(RecordType type) {
        ReadNode.Fields record = (ReadNode.Fields) presentPlace();
        filled();
        if (record.present() != null) {
            record.present().readBoolean();
        }
        push(record, -1);
        return nextColumn();
    }

    @Override
    public int nextColumn() {
        Frame frame = frames.get(depth - 1);
        List<@Nullable ReadNode> children = ((ReadNode.Fields) frame.node()).children();
        do {
            frame.position++;
        } while (frame.position < children.size() && children.get(frame.position) == null);
        if (frame.position == children.size()) {
            depth--;
            return -1;
        }
        return frame.position;
    }

    @Override
    public int beginList() {
        return beginEntries();
    }

    @Override
    public boolean nextElement() {
        Frame frame = frames.get(depth - 1);
        return next(frame, ((ReadNode.Elements) frame.node()).repetition());
    }

    @Override
    public int beginMap() {
        return beginEntries();
    }

    @Override
    public boolean nextEntry() {
        Frame frame = frames.get(depth - 1);
        return next(frame, ((ReadNode.Entries) frame.node()).repetition());
    }

    @Override
    public int beginUnion(UnionType type) {
        ReadNode.Variants union = (ReadNode.Variants) presentPlace();
        filled();
        String kind = union.kind().readString();
        int variant = union.indexOf(kind);
        if (variant < 0) {
            throw union.kind().wrong("a " + type.name() + " of the unknown kind '" + kind + "'", null);
        }
        for (int i = 0; i < union.variants().size(); i++) {
            if (i != variant) {
                union.variants().get(i).takeAbsent();
            }
        }
        push(union, variant);
        return variant;
    }

    @Override
    public void endUnion() {
        depth--;
    }

    @Override
    String describe() {
        return root.leaves().get(0).describe();
    }

    private int beginEntries() {
        ReadNode list = presentPlace();
        filled();
        LeafReader first = list.leaves().get(0);
        if (first.definition() == list.definition()) {
            list.takeAbsent();
            push(list, Frame.EMPTY);
            return 0;
        }
        push(list, Frame.BEFORE_FIRST);
        return first.elementsInPage(
                list instanceof ReadNode.Elements elements
                        ? elements.repetition()
                        : ((ReadNode.Entries) list).repetition());
    }

    private boolean next(Frame frame, int repetition) {
        boolean another = frame.position == Frame.BEFORE_FIRST
                || (frame.position != Frame.EMPTY
                        && frame.node().leaves().get(0).repetition() == repetition);
        if (another) {
            frame.position = 0;
        } else {
            depth--;
        }
        return another;
    }

    private void push(ReadNode node, int position) {
        if (depth == frames.size()) {
            frames.add(new Frame());
        }
        Frame frame = frames.get(depth++);
        frame.node = node;
        frame.position = position;
    }

    /** Where the next value comes from. */
    private ReadNode place() {
        if (depth == 0) {
            return root;
        }
        Frame frame = frames.get(depth - 1);
        ReadNode node = frame.node();
        ReadNode place = null;
        if (node instanceof ReadNode.Fields record) {
            place = record.children().get(frame.position);
        } else if (node instanceof ReadNode.Elements list) {
            place = list.element();
        } else if (node instanceof ReadNode.Entries map) {
            place = frame.position == 0 ? map.key() : map.value();
        } else if (node instanceof ReadNode.Variants union) {
            place = union.variants().get(frame.position);
        }
        if (place == null) {
            throw new IllegalStateException(describe() + " was asked for a value where it has none");
        }
        return place;
    }

    /** Where the next value comes from, which must be there. */
    private ReadNode presentPlace() {
        ReadNode node = place();
        if (node.isAbsent()) {
            throw node.leaves().get(0).missing();
        }
        return node;
    }

    /** The value of a map's entry comes after its key. */
    private void filled() {
        if (depth > 0 && frames.get(depth - 1).node() instanceof ReadNode.Entries) {
            frames.get(depth - 1).position++;
        }
    }

    @Override
    TypedReader nextValue() {
        TypedReader reader = ((ReadNode.Value) place()).reader();
        filled();
        return reader;
    }

    /** What has been begun and not ended, and how far it has come. */
    private static final class Frame {

        private static final int EMPTY = -2;
        private static final int BEFORE_FIRST = -1;

        private @Nullable ReadNode node;
        private int position;

        private ReadNode node() {
            if (node == null) {
                throw new IllegalStateException("Nothing was begun");
            }
            return node;
        }
    }
}
