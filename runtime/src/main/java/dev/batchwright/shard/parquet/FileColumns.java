package dev.batchwright.shard.parquet;

import dev.batchwright.schema.Column;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.LogicalTypeAnnotation.MapLogicalTypeAnnotation;
import dev.batchwright.shaded.parquet.schema.PrimitiveType;
import dev.batchwright.shaded.parquet.schema.Type.Repetition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The row that a file of any maker has, found from its schema: the opposite of {@link ParquetSchema}. What it says can be read with
 * {@link ReadTree}.
 */
final class FileColumns {

    /** In this order, so that the first that a column fits is the narrowest that says what its values mean. */
    private static final List<ScalarType> CANDIDATES = List.of(
            ScalarType.BOOLEAN,
            ScalarType.INT,
            ScalarType.LONG,
            ScalarType.FLOAT,
            ScalarType.DOUBLE,
            ScalarType.INSTANT,
            ScalarType.DATE_TIME,
            ScalarType.DATE,
            ScalarType.DURATION,
            ScalarType.BYTES,
            ScalarType.STRING,
            ScalarType.UUID,
            ScalarType.DECIMAL);

    private final ParquetFile file;

    private FileColumns(ParquetFile file) {
        this.file = file;
    }

    /** The columns of a file whose footer was read. */
    static RecordType of(ParquetFile file) {
        return new FileColumns(file).record(Place.root(file.schema()));
    }

    private RecordType record(Place at) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < at.group().getFieldCount(); i++) {
            Place field = at.child(i);
            if (!names.add(field.type().getName())) {
                throw file.damage().because("it has two columns " + field.name());
            }
            columns.add(new Column(field.type().getName(), type(field), isNullable(field)));
        }
        return new RecordType(at.type().getName(), columns);
    }

    private ColumnType type(Place at) {
        if (at.isBareList()) {
            return list(at.element(at));
        }
        if (at.type().isPrimitive()) {
            return scalar(at);
        }
        LogicalTypeAnnotation meaning = at.type().getLogicalTypeAnnotation();
        if (meaning instanceof ListLogicalTypeAnnotation && repeatsOneField(at)) {
            return list(at.element(at.child(0)));
        }
        if (meaning instanceof MapLogicalTypeAnnotation && repeatsOneField(at)) {
            return map(at, at.child(0));
        }
        return record(at);
    }

    private ColumnType list(Place element) {
        return new ListType(type(element), isNullable(element), false);
    }

    /** A map whose keys are text; others are lists of what stands in an entry. */
    private ColumnType map(Place at, Place entry) {
        if (entry.type().isPrimitive() || entry.group().getFieldCount() != 2 || !hasTextKeys(entry)) {
            return list(at.element(entry));
        }
        Place value = entry.child(1);
        return new MapType(type(value), isNullable(value));
    }

    private boolean hasTextKeys(Place entry) {
        Place key = entry.child(0);
        return key.type().isPrimitive()
                && !key.isBareList()
                && key.type().isRepetition(Repetition.REQUIRED)
                && scalar(key) == ScalarType.STRING;
    }

    private static boolean repeatsOneField(Place at) {
        return at.group().getFieldCount() == 1 && at.group().getType(0).isRepetition(Repetition.REPEATED);
    }

    private ScalarType scalar(Place at) {
        if (file.meanings().isNull(at.path())) {
            // Any will do, as none of its values is there.
            return ScalarType.STRING;
        }
        if (file.meanings().scaleOf(at.path()).isPresent()) {
            return ScalarType.DECIMAL;
        }
        PrimitiveType found = at.type().asPrimitiveType();
        for (ScalarType candidate : CANDIDATES) {
            if (ScalarLeaf.fits(candidate, found)) {
                return candidate;
            }
        }
        throw file.damage().because("column " + at.name() + " is " + found + ", which no row can have");
    }

    private static boolean isNullable(Place at) {
        return at.type().isRepetition(Repetition.OPTIONAL);
    }
}
