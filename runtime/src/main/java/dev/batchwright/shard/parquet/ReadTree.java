package dev.batchwright.shard.parquet;

import dev.batchwright.BatchwrightException;
import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.Column;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shaded.parquet.schema.GroupType;
import dev.batchwright.shaded.parquet.schema.PrimitiveType;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Makes the reader of a row's column in a row group: matches the row's schema with the file's, component by component, by name. The
 * file may be a part, which {@link ParquetSchema} laid out, or of any other maker: what is required may be optional there, lists may
 * have the older form of two levels, numbers may be narrower and times have another unit.
 */
final class ReadTree {

    private final ChunkLookup chunks;
    private final RowCursor rows;
    private final List<LeafReader> leaves = new ArrayList<>();

    private ReadTree(ChunkLookup chunks, RowCursor rows) {
        this.chunks = chunks;
        this.rows = rows;
    }

    /**
     * Makes a reader.
     *
     * @param row the row's schema
     * @param column one of its columns
     * @param chunks the row group
     * @param rows stands before the first row of the row group
     * @return the reader of the column
     */
    static ColumnReader of(RecordType row, Column column, ChunkLookup chunks, RowCursor rows) {
        Place file = Place.root(chunks.schema());
        ReadNode node = new ReadTree(chunks, rows).child(row, column, file);
        if (node == null) {
            return new AbsentReader(rows, column.name());
        }
        return node instanceof ReadNode.Value value && value.reader() instanceof ColumnReader reader
                ? reader
                : new NestedReader(rows, node);
    }

    private @Nullable ReadNode child(RecordType record, Column column, Place place) {
        Slot slot = Slot.of(column);
        GroupType group = place.group();
        if (!group.containsField(column.name())) {
            if (slot.nullable()) {
                return null;
            }
            throw chunks.damage()
                    .because("it has no column " + place.nameOf(column.name()) + ", which the row needs as "
                            + slot.type().describe() + "; it has " + place.fieldNames());
        }
        Place at = place.child(column.name());
        if (!slot.isTemporal() || isNull(at)) {
            return node(slot, at);
        }
        int first = leaves.size();
        String restName = ParquetSchema.restName(record, column);
        Place rest = group.containsField(restName) ? place.child(restName) : null;
        return temporal(slot, at, rest, at.definition(), first);
    }

    private ReadNode node(Slot slot, Place at) {
        int first = leaves.size();
        if (isNull(at)) {
            return new ReadNode.Value(at.definition(), leaf(slot, at, at.definition()), since(first));
        }
        if (slot.type() instanceof RecordType record) {
            return record(record, at.asGroup(slot, chunks), first);
        }
        if (slot.type() instanceof ListType list) {
            Place repeated = at.repeated(slot, chunks);
            ReadNode element = element(Slot.of(list.element(), list.nullableElements()), at.element(repeated));
            return new ReadNode.Elements(at.listDefinition(), at.listRepetition(), element, since(first));
        }
        if (slot.type() instanceof ArrayType array) {
            Place element = at.element(at.repeated(slot, chunks));
            LeafReader leaf = leaf(new Slot(array.element(), false), element, at.listDefinition());
            return new ReadNode.Value(at.listDefinition(), leaf, since(first));
        }
        if (slot.type() instanceof MapType map) {
            return map(slot, map, at, first);
        }
        if (slot.type() instanceof UnionType union) {
            return union(union, at.asGroup(slot, chunks), first);
        }
        LeafReader leaf = leaf(slot, at, at.definition());
        return new ReadNode.Value(at.definition(), leaf, since(first));
    }

    /** An element of a list or a value of a map, where a time and its rest stand in a group of their own. */
    private ReadNode element(Slot slot, Place at) {
        if (!slot.isTemporal() || isNull(at)) {
            return node(slot, at);
        }
        int first = leaves.size();
        if (at.type().isPrimitive()) {
            return temporal(slot, at, null, at.definition(), first);
        }
        Place group = at.asGroup(slot, chunks);
        if (!group.group().containsField(ParquetSchema.VALUE)
                || !group.group().containsField(ParquetSchema.VALUE_REST)) {
            throw mismatch(slot, at);
        }
        return temporal(
                slot, group.child(ParquetSchema.VALUE), group.child(ParquetSchema.VALUE_REST), at.definition(), first);
    }

    private ReadNode temporal(Slot slot, Place base, @Nullable Place rest, int definition, int first) {
        LeafReader leaf = leaf(slot, base, definition);
        if (!(leaf instanceof IntegerReader baseLeaf)) {
            return new ReadNode.Value(definition, leaf, since(first));
        }
        IntegerReader restLeaf =
                rest == null ? null : (IntegerReader) leaf(new Slot(ScalarType.INT, slot.nullable()), rest, definition);
        long unit = ScalarLeaf.unitsPerSecond(base.type().asPrimitiveType());
        return new ReadNode.Value(definition, new TemporalReader(rows, baseLeaf, restLeaf, unit), since(first));
    }

    private ReadNode record(RecordType record, Place at, int first) {
        List<@Nullable ReadNode> children = new ArrayList<>();
        for (Column column : record.columns()) {
            children.add(child(record, column, at));
        }
        LeafReader present = null;
        if (leaves.size() == first) {
            if (!at.group().containsField(ParquetSchema.PRESENT)) {
                throw mismatch(new Slot(record, false), at);
            }
            Place leaf = at.child(ParquetSchema.PRESENT);
            present = leaf(new Slot(ScalarType.BOOLEAN, false), leaf, leaf.definition());
        }
        return new ReadNode.Fields(at.definition(), children, present, since(first));
    }

    private ReadNode map(Slot slot, MapType map, Place at, int first) {
        Place entry = at.repeated(slot, chunks);
        if (entry.type().isPrimitive() || entry.group().getFieldCount() != 2) {
            throw mismatch(slot, at);
        }
        Place key = entry.child(0);
        ReadNode keyNode = node(new Slot(ScalarType.STRING, false), key);
        ReadNode value = element(Slot.of(map.value(), map.nullableValues()), entry.child(1));
        return new ReadNode.Entries(at.listDefinition(), at.listRepetition(), keyNode, value, since(first));
    }

    private ReadNode union(UnionType union, Place at, int first) {
        String kindName = ParquetSchema.kindName(union);
        if (!at.group().containsField(kindName)) {
            throw mismatch(new Slot(union, false), at);
        }
        Place kindPlace = at.child(kindName);
        LeafReader kind = leaf(new Slot(ScalarType.STRING, false), kindPlace, kindPlace.definition());
        List<ReadNode> variants = new ArrayList<>();
        for (RecordType variant : union.variants()) {
            if (variant.columns().isEmpty()) {
                variants.add(new ReadNode.Fields(at.definition(), List.of(), null, List.of()));
            } else if (at.group().containsField(variant.name())) {
                variants.add(node(new Slot(variant, true), at.child(variant.name())));
            } else {
                throw mismatch(new Slot(union, false), at);
            }
        }
        List<String> names = union.variants().stream().map(RecordType::name).toList();
        return new ReadNode.Variants(at.definition(), kind, names, variants, since(first));
    }

    /** Whether the file has a column that never has a value, and so stands for one of any type. */
    private boolean isNull(Place at) {
        return !at.isBareList() && chunks.meanings().isNull(at.path());
    }

    private List<LeafReader> since(int first) {
        return List.copyOf(leaves.subList(first, leaves.size()));
    }

    private LeafReader leaf(Slot slot, Place at, int definition) {
        if (!at.type().isPrimitive() || at.isBareList()) {
            throw mismatch(slot, at);
        }
        if (isNull(at)) {
            LeafReader nulls = new NullReader(rows, chunks.pages(at.path()), definition);
            leaves.add(nulls);
            return nulls;
        }
        PrimitiveType type = at.type().asPrimitiveType();
        OptionalInt scale = chunks.meanings().scaleOf(at.path());
        LeafReader leaf = scale.isPresent()
                ? ScalarLeaf.decimal(slot.type(), type, scale.getAsInt(), rows, chunks.pages(at.path()), definition)
                : ScalarLeaf.reader(slot.type(), type, rows, chunks.pages(at.path()), definition);
        if (leaf == null) {
            throw mismatch(slot, at);
        }
        leaves.add(leaf);
        return leaf;
    }

    private BatchwrightException mismatch(Slot slot, Place at) {
        return at.mismatch(slot, chunks);
    }
}
