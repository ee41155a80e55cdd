package dev.batchwright.generated;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.ToLongFunction;

/**
 * Estimates of what values take on the heap of a 64-bit JVM with compressed references: a header of 12 bytes (16 for arrays),
 * references of 4 bytes, everything rounded up to 8 bytes. Text counts one byte a character where it is stored as Latin-1; as that
 * cannot be seen from outside, two bytes a character are assumed.
 */
public final class HeapSize {

    /** What an object without fields takes. */
    public static final long OBJECT = 16;

    /** What a reference takes. */
    public static final long REFERENCE = 4;

    /** What a boxed number takes at most. */
    public static final long BOXED = 24;

    /** What a {@code UUID}, an {@code Instant}, a {@code LocalDate} or a {@code Duration} takes. */
    public static final long VALUE = 32;

    /** What a {@code LocalDateTime} takes, with its date and its time. */
    public static final long DATE_TIME = 72;

    private static final long ENTRY = 48;

    private HeapSize() {}

    /** What a string takes. */
    public static long ofString(String value) {
        return 40 + 2L * value.length();
    }

    /** What an array takes. */
    public static long ofArray(int length, int elementBytes) {
        return 16 + (((long) length * elementBytes + 7) & ~7L);
    }

    /** What a decimal takes. */
    public static long ofDecimal(BigDecimal value) {
        return 40 + (value.precision() <= 18 ? 0 : 64 + value.precision() / 2);
    }

    /** What a list takes with its elements, or a set. */
    public static <T> long ofCollection(Collection<T> values, ToLongFunction<? super T> sizeOfElement) {
        long bytes = 40;
        for (T value : values) {
            bytes += REFERENCE + sizeOfElement.applyAsLong(value);
        }
        return bytes;
    }

    /** What the table of a map takes, without what its keys and values refer to. */
    public static long ofMapTable(int entries) {
        return 64 + ENTRY * entries;
    }
}
