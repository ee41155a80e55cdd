package dev.batchwright.shard.parquet;

import dev.batchwright.BatchwrightException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A field in the schema of a file, and the levels of what stands in it.
 *
 * @param type the field's type
 * @param path the names that lead to it
 * @param definition the definition level from which on it holds a value
 * @param repetition how many lists it stands in
 */
record Place(Type type, List<String> path, int definition, int repetition) {

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
                repetition + (field.isRepetition(Repetition.REPEATED) ? 1 : 0));
    }

    Place asGroup(Slot slot, ChunkLookup chunks) {
        if (type.isPrimitive() || type.isRepetition(Repetition.REPEATED) && !isElement()) {
            throw mismatch(slot, chunks);
        }
        return this;
    }

    /** The definition level at which a list is there, though it may be empty. */
    int listDefinition() {
        return isBareList() ? definition - 1 : definition;
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
        boolean isElement = repeated.type.isPrimitive()
                || repeated.group().getFieldCount() != 1
                || repeated.type.getName().equals("array")
                || repeated.type.getName().equals(type.getName() + "_tuple")
                || isBareList();
        return isElement ? repeated : repeated.child(0);
    }

    /** Whether the field repeats within a list, of which it is the element. */
    boolean isElement() {
        return repetition > 0 && path.size() > 1;
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
        String found = type.toString().lines().map(String::strip).collect(Collectors.joining(" "));
        return chunks.damage()
                .because("column " + name() + " is '" + found + "' in the file, where the row has "
                        + slot.type().describe());
    }

    /** A field that repeats without a group around it. */
    private boolean isBareList() {
        return type.isRepetition(Repetition.REPEATED);
    }
}
