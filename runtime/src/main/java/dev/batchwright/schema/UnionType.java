package dev.batchwright.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A sealed interface of records. A value is stored as the name of its record and the record itself.
 *
 * @param name the interface's simple name
 * @param variants the records in the order in which the interface permits them, those of nested sealed interfaces in their place
 */
public record UnionType(String name, List<RecordType> variants) implements ColumnType {

    /** Copies the variants and checks that each has a name of its own. */
    public UnionType {
        variants = List.copyOf(variants);
        if (variants.stream().map(RecordType::name).distinct().count() < variants.size()) {
            throw new IllegalArgumentException("Sealed interface " + name + " has two records of one name");
        }
    }

    @Override
    public String describe() {
        return variants.stream()
                .map(variant -> variant.name() + variant.describe())
                .collect(Collectors.joining("|", "union(", ")"));
    }
}
