package dev.batchwright.shard.parquet;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;

/** Columns of a file's schema, and numbers to fill them with. */
final class EncodedElements {

    private EncodedElements() {}

    static SchemaElement element(Type type) {
        return new SchemaElement("c").setType(type).setRepetition_type(FieldRepetitionType.OPTIONAL);
    }

    static SchemaElement decimal(SchemaElement element, int precision, int scale) {
        return element.setConverted_type(ConvertedType.DECIMAL)
                .setPrecision(precision)
                .setScale(scale)
                .setLogicalType(LogicalType.DECIMAL(new DecimalType(scale, precision)));
    }

    static long spread(int number) {
        return number * 0x1_0000_0001L;
    }
}
