package dev.batchwright.schema;

/** The type of a column, or of what a column's lists, maps and optionals hold. Immutable; equal types are equal values. */
public sealed interface ColumnType
        permits ScalarType, EnumType, ArrayType, ListType, MapType, OptionalType, RecordType, UnionType {

    /**
     * Writes the type in the canonical form that schema hashes are made of, such as {@code list<string?>}.
     *
     * @return the text, which is the same for equal types and different for all others
     */
    String describe();
}
