package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.ConvertedType;
import dev.batchwright.shaded.parquet.format.SchemaElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The columns of a file that hold decimals, and their scales. Taken out of the schema before parquet-java sees it, since its
 * annotation of decimals, alone among those that we read, loads a geometry library.
 */
final class DecimalColumns {

    private static final int DEEPEST = 200;

    private final Map<List<String>, Integer> scales = new HashMap<>();
    private final List<SchemaElement> elements;
    private int next;

    private DecimalColumns(List<SchemaElement> elements) {
        this.elements = elements;
    }

    /** Finds the decimals of a schema, and leaves plain columns in their places. */
    static DecimalColumns takeFrom(List<SchemaElement> elements) {
        DecimalColumns decimals = new DecimalColumns(elements);
        int children = elements.get(decimals.next++).getNum_children();
        decimals.take(children, List.of());
        return decimals;
    }

    /** The scale of a column, if it holds decimals. */
    OptionalInt scaleOf(List<String> path) {
        Integer scale = scales.get(path);
        return scale == null ? OptionalInt.empty() : OptionalInt.of(scale);
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
            return;
        }
        element.unsetLogicalType();
        element.unsetConverted_type();
        element.unsetScale();
        element.unsetPrecision();
    }
}
