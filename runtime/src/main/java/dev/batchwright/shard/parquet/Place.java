package dev.batchwright.shard.parquet;

import dev.batchwright.BatchwrightException;
import dev.batchwright.shaded.parquet.schema.GroupType;
import dev.batchwright.shaded.parquet.schema.MessageType;
import dev.batchwright.shaded.parquet.schema.Type;
import dev.batchwright.shaded.parquet.schema.Type.Repetition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A field in the schema of a file, and the levels of what stands in it.
 *
 * @param type the field's type
 * @param path the names that lead to it
 * @param definition the definition level from which on it holds a value
 * @param repetition how many lists it stands in, itself included if it repeats
 * @param isElement whether it repeats as the element of a list, so that it stands for one value
 */
record Place(Type type, List<String> path, int definition, int repetition, boolean isElement) {

    static Place root(MessageType schema) {
        return new Place(schema, List.of(), 0, 0, false);
    }

    GroupType group() {
        return type.asGroupType();
    }

    Place child(String name) {
        return child(group().getFieldIndex(name));
    }

    Place child(int index) {
        Type field = group().getType(index);
        List<String> fieldPath = new ArrayList<>(path);
        fieldPath.add(field.getName());
        return new Place(
                field,
                List.copyOf(fieldPath),
                definition + (field.isRepetition(Repetition.REQUIRED) ? 0 : 1),
                repetition + (field.isRepetition(Repetition.REPEATED) ? 1 : 0),
                false);
    }

    Place asGroup(Slot slot, ChunkLookup chunks) {
        if (type.isPrimitive() || isBareList()) {
            throw mismatch(slot, chunks);
        }
        return this;
    }

    /** The definition level at which a list is there, though it may be empty. */
    int listDefinition() {
        return isBareList() ? definition - 1 : definition;
    }

    /** The repetition level of a list's elements. */
    int listRepetition() {
        return isBareList() ? repetition : repetition + 1;
    }

    /**
     * The field that repeats in a list or a map.
     *
     * @param slot what the row has here, for the message if this is neither
     */
    Place repeated(Slot slot, ChunkLookup chunks) {
        if (isBareList()) {
            return this;
        }
        if (type.isPrimitive()
                || group().getFieldCount() != 1
                || !group().getType(0).isRepetition(Repetition.REPEATED)) {
            throw mismatch(slot, chunks);
        }
        return child(0);
    }

    /**
     * The element of a list. In the older forms of two levels the field that repeats is the element itself.
     *
     * @param repeated the field that repeats
     * @see <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md#lists">Parquet logical types, lists</a>
     */
    Place element(Place repeated) {
        boolean repeatsAsElement = repeated.type.isPrimitive()
                || repeated.group().getFieldCount() != 1
                || repeated.type.getName().equals("array")
                || repeated.type.getName().equals(type.getName() + "_tuple")
                || isBareList();
        return repeatsAsElement
                ? new Place(repeated.type, repeated.path, repeated.definition, repeated.repetition, true)
                : repeated.child(0);
    }

    String name() {
        return String.join(".", path);
    }

    String nameOf(String field) {
        return path.isEmpty() ? field : name() + "." + field;
    }

    String fieldNames() {
        return group().getFields().stream().map(Type::getName).collect(Collectors.joining(", "));
    }

    BatchwrightException mismatch(Slot slot, ChunkLookup chunks) {
        String found = type.toString()
                .replace(" columnorder(TYPE_DEFINED_ORDER)", "")
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
        return chunks.damage()
                .because("column " + name() + " is '" + found + "' in the file, where the row has "
                        + slot.type().describe());
    }

    /** A field that repeats without a group around it. */
    boolean isBareList() {
        return type.isRepetition(Repetition.REPEATED) && !isElement;
    }
}
