package dev.batchwright.processor.schema;

import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.schema.SchemaType.Column;
import dev.batchwright.processor.schema.SchemaType.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What has changed between the schema that rows were stored under and that of the record as it is, with the rules and the words of
 * {@code dev.batchwright.schema.SchemaChange}: rows can still be read where columns are new that may be null or are optionals, and
 * where numbers became wider so that none loses anything.
 */
final class SchemaDifference {

    private static final Set<String> TO_INT = Set.of("byte", "short");
    private static final Set<String> TO_LONG = Set.of("byte", "short", "int");
    private static final Set<String> TO_DOUBLE = Set.of("byte", "short", "int", "float");

    /** A change in words, and where it was made; nowhere where something is gone. */
    record Change(String text, Optional<Place> place) {}

    private final List<Change> changes = new ArrayList<>();
    private final List<Change> obstacles = new ArrayList<>();

    private SchemaDifference() {}

    static SchemaDifference between(Structure stored, Structure wanted) {
        SchemaDifference difference = new SchemaDifference();
        difference.record("", stored, wanted, Optional.empty());
        return difference;
    }

    /** What has changed in a way that can be read. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Why stored rows cannot be read; empty if they can. */
    List<Change> obstacles() {
        return List.copyOf(obstacles);
    }

    private void record(String path, Structure stored, Structure wanted, Optional<Place> holder) {
        List<Integer> places = new ArrayList<>();
        for (Column before : stored.columns()) {
            String name = path + before.name();
            int place = indexOf(wanted, before.name());
            if (place < 0) {
                obstacles.add(new Change("column " + name + " is gone", holder));
                continue;
            }
            Column now = wanted.columns().get(place);
            compareNulls(name, before.nullable(), now.nullable(), now.place());
            type(name, before.type(), now.type(), now.place());
            places.add(place);
        }
        if (IntStream.range(1, places.size()).anyMatch(i -> places.get(i) < places.get(i - 1))) {
            String what = path.isEmpty() ? "the columns" : "the columns of " + path.substring(0, path.length() - 1);
            obstacles.add(new Change(what + " stand in another order", holder));
        }
        for (Column column : wanted.columns()) {
            if (indexOf(stored, column.name()) < 0) {
                added(path + column.name(), column);
            }
        }
    }

    private void added(String name, Column column) {
        if (column.nullable() || column.type() instanceof SchemaType.Maybe) {
            changes.add(new Change("column " + name + " is new", column.place()));
        } else {
            String what = "column " + name + " is new, and is neither @Nullable nor an Optional";
            obstacles.add(new Change(what, column.place()));
        }
    }

    private void type(String path, SchemaType stored, SchemaType wanted, Optional<Place> place) {
        if (stored instanceof Structure before && wanted instanceof Structure now) {
            record(path + ".", before, now, place);
        } else if (stored instanceof SchemaType.Maybe before && wanted instanceof SchemaType.Maybe now) {
            type(path, before.value(), now.value(), place);
        } else if (stored instanceof SchemaType.Sequence before
                && wanted instanceof SchemaType.Sequence now
                && before.distinct() == now.distinct()) {
            compareNulls(path + "[]", before.nullableElements(), now.nullableElements(), place);
            type(path + "[]", before.element(), now.element(), place);
        } else if (stored instanceof SchemaType.Mapping before && wanted instanceof SchemaType.Mapping now) {
            compareNulls(path + "{}", before.nullableValues(), now.nullableValues(), place);
            type(path + "{}", before.value(), now.value(), place);
        } else if (stored instanceof SchemaType.Union before
                && wanted instanceof SchemaType.Union now
                && names(before).equals(names(now))) {
            for (int i = 0; i < before.variants().size(); i++) {
                SchemaType.Variant variant = before.variants().get(i);
                Structure record = now.variants().get(i).record();
                record(path + "." + variant.name() + ".", variant.record(), record, place);
            }
        } else {
            value(path, stored, wanted, place);
        }
    }

    private void value(String path, SchemaType stored, SchemaType wanted, Optional<Place> place) {
        if (!stored.describe().equals(wanted.describe())) {
            String what = "column " + path + " was " + stored.describe() + " and is " + wanted.describe();
            (widens(stored, wanted) ? changes : obstacles).add(new Change(what, place));
        }
    }

    private static boolean widens(SchemaType stored, SchemaType wanted) {
        if (stored instanceof SchemaType.PrimitiveArray before && wanted instanceof SchemaType.PrimitiveArray now) {
            return widens(before.element(), now.element());
        }
        return stored instanceof SchemaType.Single before
                && wanted instanceof SchemaType.Single now
                && widens(before.name(), now.name());
    }

    /** Only where each number is exactly the same afterwards. */
    private static boolean widens(String stored, String wanted) {
        return switch (wanted) {
            case "short" -> stored.equals("byte");
            case "int" -> TO_INT.contains(stored);
            case "long" -> TO_LONG.contains(stored);
            case "double" -> TO_DOUBLE.contains(stored);
            default -> false;
        };
    }

    private void compareNulls(String name, boolean before, boolean now, Optional<Place> place) {
        if (before != now) {
            String what = now ? " may be null, and might not before" : " may be null no longer";
            obstacles.add(new Change("column " + name + what, place));
        }
    }

    private static int indexOf(Structure record, String column) {
        return IntStream.range(0, record.columns().size())
                .filter(i -> record.columns().get(i).name().equals(column))
                .findFirst()
                .orElse(-1);
    }

    private static List<String> names(SchemaType.Union union) {
        return union.variants().stream().map(SchemaType.Variant::name).toList();
    }
}
