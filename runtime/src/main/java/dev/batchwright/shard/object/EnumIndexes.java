package dev.batchwright.shard.object;

import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.EnumType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.UnionType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The constants of enums by their indexes, for enums whose constants are those that the schema lists. An enum that was compiled
 * again without the row that holds it may have others by now; its indexes would mean other constants than they did.
 */
final class EnumIndexes {

    private final Set<List<String>> lists;
    private final Map<Class<?>, Enum<?>[]> known = new HashMap<>();
    private @Nullable Class<?> lastType;
    private Enum<?>[] lastConstants = {};

    EnumIndexes(Set<List<String>> lists) {
        this.lists = lists;
    }

    /** The names of the constants of every enum in a schema. */
    static Set<List<String>> listsIn(RecordType schema) {
        Set<List<String>> lists = new HashSet<>();
        collect(schema, lists);
        return lists;
    }

    private static void collect(ColumnType type, Set<List<String>> lists) {
        if (type instanceof EnumType constants) {
            lists.add(constants.constants());
        } else if (type instanceof ListType list) {
            collect(list.element(), lists);
        } else if (type instanceof MapType map) {
            collect(map.value(), lists);
        } else if (type instanceof OptionalType optional) {
            collect(optional.value(), lists);
        } else if (type instanceof RecordType row) {
            row.columns().forEach(column -> collect(column.type(), lists));
        } else if (type instanceof UnionType union) {
            union.variants().forEach(variant -> collect(variant, lists));
        }
    }

    @SuppressWarnings("EnumOrdinal") // The schema says which constants there are, in which order.
    int indexOf(Enum<?> constant) {
        constants(constant.getDeclaringClass());
        return constant.ordinal();
    }

    /** The constants of an enum in their order. */
    Enum<?>[] constants(Class<? extends Enum<?>> type) {
        if (type != lastType) {
            lastConstants = known.computeIfAbsent(type, this::check);
            lastType = type;
        }
        return lastConstants;
    }

    private Enum<?>[] check(Class<?> type) {
        Enum<?>[] constants = (Enum<?>[]) type.getEnumConstants();
        if (!lists.contains(Arrays.stream(constants).map(Enum::name).toList())) {
            throw new IllegalStateException("The constants of " + type.getName()
                    + " have changed since the row that holds it was compiled. Compile the row again.");
        }
        return constants;
    }
}
