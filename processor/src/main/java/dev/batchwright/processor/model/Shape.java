package dev.batchwright.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** How a value is stored: the processor's counterpart of {@code dev.batchwright.schema.ColumnType}. */
public sealed interface Shape {

    /** The Java type of the value. */
    TypeName type();

    /** A single value; of a primitive type or of a class. */
    record Scalar(TypeName type, ScalarKind kind) implements Shape {}

    /** An enum. */
    record Enumeration(ClassName type, List<String> constants) implements Shape {}

    /** An array of primitives other than bytes. */
    record PrimitiveArray(TypeName type, ScalarKind element) implements Shape {}

    /** A list, or a set where {@code distinct}. */
    record Sequence(TypeName type, Shape element, boolean nullableElements, boolean distinct) implements Shape {}

    /** A map with strings as keys. */
    record Mapping(TypeName type, Shape value, boolean nullableValues) implements Shape {}

    /** An optional. */
    record Maybe(TypeName type, Shape value) implements Shape {}

    /** A record, with its name in schemas. */
    record Structure(TypeName type, String name, List<Component> components) implements Shape {}

    /** A sealed interface of records. */
    record Union(TypeName type, String name, List<Structure> variants) implements Shape {}

    /** A record that stands within itself. */
    record Recursion(TypeName type) implements Shape {}

    /** A type that cannot be stored, and why, as the rest of a sentence about it with the fix. */
    record Unsupported(TypeName type, String reason) implements Shape {}
}
