package dev.batchwright.shard.parquet;

import dev.batchwright.schema.Column;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.schema.MessageType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Makes the writers of a row's columns. Goes through the row's schema in the order in which {@link ParquetSchema} lays out the
 * file's, so that the file's columns come up one by one.
 */
final class WriteTree {

    private final Iterator<ColumnDescriptor> columns;
    private final PageCompressor compressor;
    private final List<LeafWriter> leaves = new ArrayList<>();

    private WriteTree(MessageType file, PageCompressor compressor) {
        this.columns = file.getColumns().iterator();
        this.compressor = compressor;
    }

    /**
     * Makes the writers.
     *
     * @param row the row's schema
     * @param file the schema that {@link ParquetSchema} made of it
     * @param compressor compresses their pages
     * @return one for each column of the row
     */
    static List<ColumnWriter> of(RecordType row, MessageType file, PageCompressor compressor) {
        WriteTree tree = new WriteTree(file, compressor);
        List<ColumnWriter> writers = new ArrayList<>();
        for (Column column : row.columns()) {
            WriteNode node = tree.node(Slot.of(column), 0, 0);
            TypedWriter writer = node instanceof WriteNode.Value value ? value.writer() : new NestedWriter(node);
            writers.add(new ColumnWriter(writer, node.leaves()));
        }
        if (writers.isEmpty()) {
            throw new IllegalArgumentException("Record " + row.name() + " has no components, so that it makes no rows");
        }
        return writers;
    }

    private WriteNode node(Slot slot, int outerDefinition, int repetition) {
        int definition = outerDefinition + (slot.nullable() ? 1 : 0);
        int first = leaves.size();
        if (slot.type() instanceof RecordType record) {
            return record(record, definition, repetition, first);
        }
        if (slot.type() instanceof ListType list) {
            Slot element = Slot.of(list.element(), list.nullableElements());
            WriteNode node = node(element, definition + 1, repetition + 1);
            return new WriteNode.Elements(definition, repetition + 1, node, since(first));
        }
        if (slot.type() instanceof MapType map) {
            WriteNode key = new WriteNode.Value(definition + 1, leaf(), since(first));
            WriteNode value = node(Slot.of(map.value(), map.nullableValues()), definition + 1, repetition + 1);
            return new WriteNode.Entries(definition, repetition + 1, key, value, since(first));
        }
        if (slot.type() instanceof UnionType union) {
            return union(union, definition, repetition, first);
        }
        if (slot.isTemporal()) {
            TypedWriter writer = new TemporalWriter(leaf(), (IntegerWriter) leaf());
            return new WriteNode.Value(definition, writer, since(first));
        }
        LeafWriter leaf = leaf();
        return new WriteNode.Value(definition, leaf, since(first));
    }

    private WriteNode record(RecordType record, int definition, int repetition, int first) {
        List<WriteNode> children = new ArrayList<>();
        for (Column column : record.columns()) {
            children.add(node(Slot.of(column), definition, repetition));
        }
        List<LeafWriter> present = children.isEmpty() ? List.of(leaf()) : List.of();
        return new WriteNode.Fields(definition, List.copyOf(children), present, since(first));
    }

    private WriteNode union(UnionType union, int definition, int repetition, int first) {
        LeafWriter kind = leaf();
        List<WriteNode> variants = new ArrayList<>();
        for (RecordType variant : union.variants()) {
            variants.add(
                    variant.columns().isEmpty()
                            ? new WriteNode.Fields(definition, List.of(), List.of(), List.of())
                            : node(new Slot(variant, true), definition, repetition));
        }
        return new WriteNode.Variants(definition, kind, List.copyOf(variants), since(first));
    }

    private List<LeafWriter> since(int first) {
        return List.copyOf(leaves.subList(first, leaves.size()));
    }

    private LeafWriter leaf() {
        ColumnDescriptor column = columns.next();
        LeafWriter leaf = switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case BOOLEAN -> new BooleanWriter(column, compressor);
            case INT32, INT64 -> new IntegerWriter(column, compressor);
            case FLOAT -> new FloatWriter(column, compressor);
            case DOUBLE -> new DoubleWriter(column, compressor);
            case BINARY -> new BinaryWriter(column, compressor);
            case FIXED_LEN_BYTE_ARRAY -> new UuidWriter(column, compressor);
            case INT96 -> throw new IllegalStateException("No row has a column of " + column);
        };
        leaves.add(leaf);
        return leaf;
    }
}
