package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.ColumnOrder;
import dev.batchwright.shaded.parquet.format.FieldRepetitionType;
import dev.batchwright.shaded.parquet.format.SchemaElement;
import dev.batchwright.shaded.parquet.format.TypeDefinedOrder;
import dev.batchwright.shaded.parquet.schema.GroupType;
import dev.batchwright.shaded.parquet.schema.MessageType;
import dev.batchwright.shaded.parquet.schema.PrimitiveType;
import dev.batchwright.shaded.parquet.schema.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Flattens a schema for a footer: each column and group before what it holds. parquet-java does the same in a class that also
 * reads Hadoop's configuration and decrypts, none of which should have to come with us.
 */
final class SchemaWriter {

    private final List<SchemaElement> elements = new ArrayList<>();

    private SchemaWriter() {}

    /** The elements of a schema, the root first. */
    static List<SchemaElement> elements(MessageType schema) {
        SchemaWriter writer = new SchemaWriter();
        writer.addGroup(new SchemaElement(schema.getName()), schema);
        return writer.elements;
    }

    /** Says of each column that its statistics follow the order of its type. */
    static List<ColumnOrder> orders(MessageType schema) {
        List<ColumnOrder> orders = new ArrayList<>();
        for (int i = 0; i < schema.getColumns().size(); i++) {
            orders.add(ColumnOrder.TYPE_ORDER(new TypeDefinedOrder()));
        }
        return orders;
    }

    private void addGroup(SchemaElement element, GroupType group) {
        element.setNum_children(group.getFieldCount());
        elements.add(element);
        group.getFields().forEach(this::addField);
    }

    private void addField(Type field) {
        SchemaElement element = new SchemaElement(field.getName());
        element.setRepetition_type(
                FieldRepetitionType.valueOf(field.getRepetition().name()));
        if (field.getLogicalTypeAnnotation() != null) {
            LogicalTypes.write(field.getLogicalTypeAnnotation(), element);
        }
        if (field.isPrimitive()) {
            addColumn(element, field.asPrimitiveType());
        } else {
            addGroup(element, field.asGroupType());
        }
    }

    private void addColumn(SchemaElement element, PrimitiveType column) {
        element.setType(dev.batchwright.shaded.parquet.format.Type.valueOf(name(column)));
        if (column.getTypeLength() > 0) {
            element.setType_length(column.getTypeLength());
        }
        elements.add(element);
    }

    /** The two enums of parquet-java differ in the name of one constant. */
    private static String name(PrimitiveType column) {
        return switch (column.getPrimitiveTypeName()) {
            case BINARY -> dev.batchwright.shaded.parquet.format.Type.BYTE_ARRAY.name();
            default -> column.getPrimitiveTypeName().name();
        };
    }
}
