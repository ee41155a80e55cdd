package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.SchemaElement;
import dev.batchwright.shaded.parquet.schema.GroupType;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.MessageType;
import dev.batchwright.shaded.parquet.schema.PrimitiveType.PrimitiveTypeName;
import dev.batchwright.shaded.parquet.schema.Type;
import dev.batchwright.shaded.parquet.schema.Type.Repetition;
import dev.batchwright.shaded.parquet.schema.Types;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Builds a schema from the flat list of a footer, the opposite of {@link SchemaWriter}. The list comes from a file, so that it may
 * be shorter than it says, nest without end, or lack anything: callers take every {@link RuntimeException} for damage, and have
 * bounded the depth before.
 */
final class SchemaReader {

    private final Iterator<SchemaElement> elements;

    private SchemaReader(Iterator<SchemaElement> elements) {
        this.elements = elements;
    }

    /** Reads a schema whose decimals were taken out, see {@link ColumnMeanings}. */
    static MessageType schema(List<SchemaElement> elements) {
        SchemaReader reader = new SchemaReader(elements.iterator());
        SchemaElement root = reader.elements.next();
        return new MessageType(root.getName(), reader.fields(root));
    }

    private List<Type> fields(SchemaElement parent) {
        List<Type> fields = new ArrayList<>();
        for (int i = 0; i < parent.getNum_children(); i++) {
            SchemaElement element = elements.next();
            fields.add(element.isSetType() ? column(element) : group(element));
        }
        return fields;
    }

    private Type column(SchemaElement element) {
        var column = Types.primitive(physicalType(element), repetition(element));
        if (element.isSetType_length()) {
            column.length(element.getType_length());
        }
        LogicalTypeAnnotation meaning = LogicalTypes.read(element);
        if (meaning != null) {
            column.as(meaning);
        }
        return withId(column.named(element.getName()), element);
    }

    private Type group(SchemaElement element) {
        List<Type> fields = fields(element);
        LogicalTypeAnnotation meaning = LogicalTypes.read(element);
        Type group = meaning == null
                ? new GroupType(repetition(element), element.getName(), fields)
                : annotatedGroup(element, meaning, fields);
        return withId(group, element);
    }

    private static Type annotatedGroup(SchemaElement element, LogicalTypeAnnotation meaning, List<Type> fields) {
        return Types.buildGroup(repetition(element))
                .as(meaning)
                .addFields(fields.toArray(Type[]::new))
                .named(element.getName());
    }

    private static Type withId(Type type, SchemaElement element) {
        return element.isSetField_id() ? type.withId(element.getField_id()) : type;
    }

    private static Repetition repetition(SchemaElement element) {
        return Repetition.valueOf(element.getRepetition_type().name());
    }

    private static PrimitiveTypeName physicalType(SchemaElement element) {
        return switch (element.getType()) {
            case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
            default -> PrimitiveTypeName.valueOf(element.getType().name());
        };
    }
}
