package dev.batchwright.isolation;

import java.io.ObjectInputFilter;
import java.util.List;

/**
 * Lets a run deserialize, of what comes from the process of a step, nothing but exceptions and the plain values that these hold. Code in the
 * process may have been taken over by what it was given to read; it shall not get further by that.
 */
final class ExceptionFilter implements ObjectInputFilter {

    private static final long DEEPEST = 200;
    private static final long LONGEST_ARRAY = 100_000;
    private static final long MOST_REFERENCES = 200_000;

    private static final List<Class<?>> ALLOWED = List.of(
            Throwable.class,
            StackTraceElement.class,
            Enum.class,
            Number.class,
            Boolean.class,
            Character.class,
            String.class,
            java.time.Instant.class,
            java.util.ArrayList.class,
            java.util.UUID.class);

    /** Lists that the JDK makes: those of suppressed exceptions, and those of {@code List.of}. */
    private static final List<String> ALLOWED_NAMES = List.of(
            "java.util.Collections$EmptyList",
            "java.util.Collections$UnmodifiableList",
            "java.util.Collections$UnmodifiableRandomAccessList",
            "java.util.Collections$UnmodifiableCollection",
            "java.util.CollSer");

    @Override
    public Status checkInput(FilterInfo info) {
        if (info.depth() > DEEPEST || info.references() > MOST_REFERENCES || info.arrayLength() > LONGEST_ARRAY) {
            return Status.REJECTED;
        }
        Class<?> type = info.serialClass();
        if (type == null) {
            return Status.UNDECIDED;
        }
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element.isPrimitive() || element.equals(Object.class) || isAllowed(element)
                ? Status.ALLOWED
                : Status.REJECTED;
    }

    private static boolean isAllowed(Class<?> type) {
        return ALLOWED.stream().anyMatch(allowed -> allowed.isAssignableFrom(type))
                || ALLOWED_NAMES.contains(type.getName());
    }
}
