package dev.batchwright.benchmarks.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The columns of the rows of all contenders: 4 to 12 of them, of all types in turn. */
final class Columns {

    static final String IMPORTS = """
            import java.math.BigDecimal;
            import java.time.Duration;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.util.List;
            import java.util.Map;
            import java.util.Optional;
            import java.util.UUID;
            """;

    /** Texts and numbers more often than the rest, as in most tables. */
    private static final List<String> TYPES = List.of(
            "String",
            "long",
            "Instant",
            "String",
            "double",
            "List<String>",
            "int",
            "String",
            "Colour",
            "UUID",
            "String",
            "Place",
            "boolean",
            "Optional<String>",
            "long",
            "Map<String, Long>",
            "BigDecimal",
            "String",
            "float[]",
            "LocalDate",
            "int",
            "List<Place>",
            "Duration");

    private Columns() {}

    private static int count(int row) {
        return 4 + row % 9;
    }

    private static List<String> all(int row, String template) {
        List<String> columns = new ArrayList<>();
        for (int column = 0; column < count(row); column++) {
            String type = TYPES.get((row * 5 + column) % TYPES.size());
            columns.add(String.format(template, type, "column" + (char) ('A' + column)));
        }
        return columns;
    }

    /** As the components of a record. */
    static String components(int row) {
        return String.join(", ", all(row, "%s %s"));
    }

    /** As methods without bodies. */
    static String methods(int row) {
        return all(row, "    %s %s();\n").stream().collect(Collectors.joining());
    }

    /** The values of a row with the same columns. */
    static String copied(int row, String variable) {
        return String.join(", ", all(row, variable + ".%2$s()"));
    }
}
