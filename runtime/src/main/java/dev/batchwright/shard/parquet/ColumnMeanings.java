package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.ConvertedType;
import dev.batchwright.shaded.parquet.format.SchemaElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of a file's columns beside parquet-java's schema: which hold decimals, and of which scale, and which hold nothing but
 * nulls. Decimals are taken out of the schema before parquet-java sees it, since its annotation of decimals, alone among those that
 * we read, loads a geometry library. Columns of nulls have the annotation that also stands there for meanings which we do not know.
 */
final class ColumnMeanings {

    private static final int DEEPEST = 200;

    private final Map<List<String>, Integer> scales = new HashMap<>();
    private final Set<List<String>> nulls = new HashSet<>();
    private final List<SchemaElement> elements;
    private int next;

    private ColumnMeanings(List<SchemaElement> elements) {
        this.elements = elements;
    }

    /** Finds them in a schema, and leaves plain columns in the places of decimals. */
    static ColumnMeanings takeFrom(List<SchemaElement> elements) {
        ColumnMeanings meanings = new ColumnMeanings(elements);
        int children = elements.get(meanings.next++).getNum_children();
        meanings.take(children, List.of());
        return meanings;
    }

    /** The scale of a column, if it holds decimals. */
    OptionalInt scaleOf(List<String> path) {
        Integer scale = scales.get(path);
        return scale == null ? OptionalInt.empty() : OptionalInt.of(scale);
    }

    /** Whether a column was made without a type, as none of its values was ever there. */
    boolean isNull(List<String> path) {
        return nulls.contains(path);
    }

    private void take(int children, List<String> parent) {
        if (parent.size() > DEEPEST) {
            throw new IllegalArgumentException("columns are nested more than " + DEEPEST + " deep");
        }
        for (int i = 0; i < children; i++) {
            SchemaElement element = elements.get(next++);
            List<String> path = new ArrayList<>(parent);
            path.add(element.getName());
            takeOne(element, List.copyOf(path));
            take(element.getNum_children(), path);
        }
    }

    private void takeOne(SchemaElement element, List<String> path) {
        if (element.isSetLogicalType() && element.getLogicalType().isSetDECIMAL()) {
            scales.put(path, element.getLogicalType().getDECIMAL().getScale());
        } else if (element.getConverted_type() == ConvertedType.DECIMAL) {
            scales.put(path, element.getScale());
        } else {
            if (element.isSetType()
                    && element.isSetLogicalType()
                    && element.getLogicalType().isSetUNKNOWN()) {
                nulls.add(path);
            }
            return;
        }
        element.unsetLogicalType();
        element.unsetConverted_type();
        element.unsetScale();
        element.unsetPrecision();
    }
}
