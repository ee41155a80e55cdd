package dev.batchwright.shard.msgpack;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds constants of enums by their encoded names, without making a string of each. */
final class EnumConstants {

    private final Map<Class<?>, Enum<?>[]> known = new HashMap<>();
    private @Nullable Class<?> lastType;
    private Enum<?>[] lastConstants = {};

    <E extends Enum<E>> E read(Class<E> type, Decoder in) {
        if (type != lastType) {
            lastConstants =
                    known.computeIfAbsent(type, any -> EnumSet.allOf(type).toArray(new Enum<?>[0]));
            lastType = type;
        }
        int length = in.textLength();
        for (Enum<?> constant : lastConstants) {
            if (in.isAscii(constant.name(), length)) {
                in.moveTo(in.position() + length);
                return type.cast(constant);
            }
        }
        return beyondAscii(type, in, length);
    }

    private static <E extends Enum<E>> E beyondAscii(Class<E> type, Decoder in, int length) {
        String name = in.text(length);
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw in.corrupt(type.getSimpleName() + " has no constant '" + name + "'", e);
        }
    }
}
