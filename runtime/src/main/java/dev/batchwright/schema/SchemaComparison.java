package dev.batchwright.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Goes through two schemas side by side, and collects what has changed. Used once. */
final class SchemaComparison {

    private final List<String> changes = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();

    List<String> changes() {
        return changes;
    }

    List<String> obstacles() {
        return obstacles;
    }

    /** Compares records; where something is in the way, what is returned is of no use. */
    Evolution record(String path, RecordType stored, RecordType wanted) {
        List<Evolution> columns = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Column column : stored.columns()) {
            int place = indexOf(wanted, column.name());
            String name = path + column.name();
            if (place < 0) {
                obstacles.add("column " + name + " is gone");
                continue;
            }
            Column now = wanted.columns().get(place);
            compareNulls(name, column.nullable(), now.nullable());
            columns.add(type(name, column.type(), now.type()));
            places.add(place);
        }
        if (IntStream.range(1, places.size()).anyMatch(i -> places.get(i) < places.get(i - 1))) {
            obstacles.add((path.isEmpty() ? "the columns" : "the columns of " + path.substring(0, path.length() - 1))
                    + " stand in another order");
        }
        for (Column column : wanted.columns()) {
            if (indexOf(stored, column.name()) < 0) {
                added(path + column.name(), column);
            }
        }
        return Evolution.ofRecord(stored, columns, places, wanted.columns().size());
    }

    private void added(String name, Column column) {
        if (column.nullable() || column.type() instanceof OptionalType) {
            changes.add("column " + name + " is new");
        } else {
            obstacles.add("column " + name + " is new, and is neither @Nullable nor an Optional");
        }
    }

    private Evolution type(String path, ColumnType stored, ColumnType wanted) {
        if (stored instanceof RecordType before && wanted instanceof RecordType now) {
            return record(path + ".", before, now);
        }
        if (stored instanceof OptionalType before && wanted instanceof OptionalType now) {
            return Evolution.of(before, List.of(type(path, before.value(), now.value())));
        }
        if (stored instanceof ListType before
                && wanted instanceof ListType now
                && before.distinct() == now.distinct()) {
            compareNulls(path + "[]", before.nullableElements(), now.nullableElements());
            return Evolution.of(before, List.of(type(path + "[]", before.element(), now.element())));
        }
        if (stored instanceof MapType before && wanted instanceof MapType now) {
            compareNulls(path + "{}", before.nullableValues(), now.nullableValues());
            return Evolution.of(before, List.of(type(path + "{}", before.value(), now.value())));
        }
        if (stored instanceof UnionType before
                && wanted instanceof UnionType now
                && names(before).equals(names(now))) {
            return union(path, before, now);
        }
        return value(path, stored, wanted);
    }

    private Evolution union(String path, UnionType stored, UnionType wanted) {
        List<Evolution> variants = new ArrayList<>();
        for (int i = 0; i < stored.variants().size(); i++) {
            RecordType variant = stored.variants().get(i);
            variants.add(record(
                    path + "." + variant.name() + ".",
                    variant,
                    wanted.variants().get(i)));
        }
        return Evolution.of(stored, variants);
    }

    private Evolution value(String path, ColumnType stored, ColumnType wanted) {
        if (!stored.describe().equals(wanted.describe())) {
            String what = "column " + path + " was " + stored.describe() + " and is " + wanted.describe();
            (widens(stored, wanted) ? changes : obstacles).add(what);
        }
        return Evolution.ofValue(stored, wanted);
    }

    private static boolean widens(ColumnType stored, ColumnType wanted) {
        if (stored instanceof ArrayType before && wanted instanceof ArrayType now) {
            return widens(before.element(), now.element());
        }
        return stored instanceof ScalarType before && wanted instanceof ScalarType now && widens(before, now);
    }

    /** Only where each number is exactly the same afterwards. */
    private static boolean widens(ScalarType stored, ScalarType wanted) {
        return switch (wanted) {
            case SHORT -> stored == ScalarType.BYTE;
            case INT -> stored == ScalarType.BYTE || stored == ScalarType.SHORT;
            case LONG -> stored == ScalarType.BYTE || stored == ScalarType.SHORT || stored == ScalarType.INT;
            case DOUBLE ->
                stored == ScalarType.BYTE
                        || stored == ScalarType.SHORT
                        || stored == ScalarType.INT
                        || stored == ScalarType.FLOAT;
            default -> false;
        };
    }

    private void compareNulls(String name, boolean before, boolean now) {
        if (before != now) {
            obstacles.add("column " + name + (now ? " may be null, and might not before" : " may be null no longer"));
        }
    }

    private static int indexOf(RecordType record, String column) {
        return IntStream.range(0, record.columns().size())
                .filter(i -> record.columns().get(i).name().equals(column))
                .findFirst()
                .orElse(-1);
    }

    private static List<String> names(UnionType union) {
        return union.variants().stream().map(RecordType::name).toList();
    }
}
