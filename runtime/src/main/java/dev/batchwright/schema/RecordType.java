package dev.batchwright.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The schema of a record: of a row, or of a record within a row.
 *
 * @param name the record's name; not part of the schema's hash unless the record stands in a union
 * @param columns its columns in the order of the record's components
 */
public record RecordType(String name, List<Column> columns) implements ColumnType {

    /** Copies the columns and checks that no two have one name. */
    public RecordType {
        columns = List.copyOf(columns);
        if (columns.stream().map(Column::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("Record " + name + " has two columns of one name");
        }
    }

    /**
     * Begins a schema.
     *
     * @param name the record's name
     * @return a builder without columns
     */
    public static Builder named(String name) {
        return new Builder(name);
    }

    /**
     * Reads what {@link #describe()} has written. Names that are no part of that text are made up: those of records outside of unions,
     * and of sealed interfaces.
     *
     * @param text the text, which may come from anywhere
     * @return the schema, whose {@link #describe()} is that text
     * @throws MalformedSchemaException if it is no schema
     */
    public static RecordType parse(String text) {
        return new SchemaText(text).parse();
    }

    @Override
    public String describe() {
        return columns.stream().map(Column::describe).collect(Collectors.joining(",", "{", "}"));
    }

    /**
     * What identifies the schema: two records with the same columns in the same order have the same hash.
     *
     * @return the SHA-256 of {@link #describe()} in UTF-8, in hexadecimal
     */
    public String hash() {
        try {
            byte[] text = describe().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Collects the columns of a schema. Used by one thread. */
    public static final class Builder {

        private final String name;
        private final List<Column> columns = new ArrayList<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Adds a column whose values are never null.
         *
         * @param column its name
         * @param type its type
         * @return this
         */
        public Builder column(String column, ColumnType type) {
            columns.add(new Column(column, type, false));
            return this;
        }

        /**
         * Adds a column whose values may be null.
         *
         * @param column its name
         * @param type its type
         * @return this
         */
        public Builder nullable(String column, ColumnType type) {
            columns.add(new Column(column, type, true));
            return this;
        }

        /**
         * Ends the schema.
         *
         * @return the record type
         */
        public RecordType build() {
            return new RecordType(name, columns);
        }
    }
}
