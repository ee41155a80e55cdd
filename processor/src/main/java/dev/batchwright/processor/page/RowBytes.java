package dev.batchwright.processor.page;

import dev.batchwright.processor.model.Component;
import dev.batchwright.processor.model.ScalarKind;
import dev.batchwright.processor.model.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is known before a run of the bytes that values take on the heap, counted as the generated {@code sizeOf} does with the figures
 * of {@code dev.batchwright.generated.HeapSize}.
 *
 * @param fixed what every value takes, be its texts, lists and so on ever so empty
 * @param growth what comes on top, in words; empty if nothing does
 */
record RowBytes(long fixed, String growth) {

    private static final long OBJECT = 16;
    private static final long FIELD = 8;
    private static final long ARRAY = 16;
    private static final long REFERENCE = 4;
    private static final long BOXED = 24;
    private static final long STRING = 40;
    private static final long LIST = 40;
    private static final long TABLE = 64;
    private static final long ENTRY = 48;

    private static final RowBytes NOTHING = new RowBytes(0, "");

    boolean isAll() {
        return growth.isEmpty();
    }

    /** Of a record, as an object of its own. */
    static RowBytes of(Shape.Structure record) {
        long fixed = OBJECT;
        for (Component component : record.components()) {
            fixed += of(component).fixed();
        }
        List<String> growing = record.components().stream()
                .filter(component -> !of(component).isAll())
                .map(Component::name)
                .toList();
        return new RowBytes(
                fixed, growing.isEmpty() ? "" : "what " + listed(growing) + (growing.size() == 1 ? " holds" : " hold"));
    }

    private static String listed(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and "
                        + names.get(names.size() - 1);
    }

    /** Of a component with its place in the record. */
    static RowBytes of(Component component) {
        RowBytes value = of(component.shape());
        if (component.codec().isPresent()) {
            value = new RowBytes(OBJECT + value.fixed(), value.growth());
        }
        if (component.nullable()) {
            value = unlessNull(value);
        }
        return new RowBytes(FIELD + value.fixed(), value.growth());
    }

    private static RowBytes unlessNull(RowBytes value) {
        return value.equals(NOTHING)
                ? value
                : new RowBytes(0, value.fixed() + " where it is not null" + value.within());
    }

    private String within() {
        return growth.isEmpty() ? "" : ", and in it " + growth;
    }

    private static RowBytes of(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return scalar.type().isPrimitive() ? NOTHING : scalar(scalar.kind());
        }
        if (shape instanceof Shape.PrimitiveArray array) {
            return new RowBytes(ARRAY, width(array.element()) + " an element");
        }
        if (shape instanceof Shape.Sequence list) {
            RowBytes element = list.nullableElements() ? unlessNull(of(list.element())) : of(list.element());
            long each = (list.distinct() ? ENTRY : REFERENCE) + element.fixed();
            return new RowBytes(list.distinct() ? TABLE : LIST, each + " an element" + element.within());
        }
        if (shape instanceof Shape.Mapping map) {
            RowBytes value = map.nullableValues() ? unlessNull(of(map.value())) : of(map.value());
            String each = (ENTRY + STRING + value.fixed()) + " an entry, and in it 2 a character of its key";
            return new RowBytes(TABLE, each + (value.isAll() ? "" : " and " + value.growth()));
        }
        if (shape instanceof Shape.Maybe optional) {
            RowBytes value = of(optional.value());
            return new RowBytes(0, (OBJECT + value.fixed()) + " where there is one" + value.within());
        }
        if (shape instanceof Shape.Structure record) {
            return of(record);
        }
        return shape instanceof Shape.Union union ? union(union) : NOTHING;
    }

    private static RowBytes scalar(ScalarKind kind) {
        return switch (kind) {
            case STRING -> new RowBytes(STRING, "2 a character");
            case BYTES -> new RowBytes(ARRAY, "1 a byte");
            case DECIMAL -> new RowBytes(40, "more beyond 18 digits");
            case DATE_TIME -> new RowBytes(72, "");
            default -> new RowBytes(kind.isPrimitive() ? BOXED : 32, "");
        };
    }

    private static int width(ScalarKind element) {
        return switch (element) {
            case SHORT, CHAR -> 2;
            case INT, FLOAT -> 4;
            case LONG, DOUBLE -> 8;
            default -> 1;
        };
    }

    private static RowBytes union(Shape.Union union) {
        List<RowBytes> records = union.variants().stream().map(RowBytes::of).toList();
        long least = records.stream().mapToLong(RowBytes::fixed).min().orElse(0);
        boolean alike = records.stream().allMatch(record -> record.isAll() && record.fixed() == least);
        return new RowBytes(least, alike ? "" : "more in some of its records");
    }

    /** Such as {@code 48 and 2 a character}. */
    @Override
    public String toString() {
        String number = String.format(Locale.ROOT, "%,d", fixed);
        return growth.isEmpty() ? number : number + " and " + growth;
    }
}
