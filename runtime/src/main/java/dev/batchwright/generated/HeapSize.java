package dev.batchwright.generated;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Estimates of what values take on the heap of a 64-bit JVM with compressed references: a header of 12 bytes (16 for arrays),
 * references of 4 bytes, everything rounded up to 8 bytes. Text counts one byte a character where it is stored as Latin-1; as that
 * cannot be seen from outside, two bytes a character are assumed. A null takes nothing.
 */
public final class HeapSize {

    /** What an object without fields takes. */
    public static final long OBJECT = 16;

    private static final long REFERENCE = 4;

    private static final long BOXED = 24;

    private static final long VALUE = 32;

    private static final long DATE_TIME = 72;

    private static final long ENTRY = 48;

    private HeapSize() {}

    /** What a record takes without what it refers to. Each component counts as 8 bytes, so that no boxing of types matters. */
    public static long ofRecord(int components) {
        return OBJECT + 8L * components;
    }

    /** What a string takes. */
    public static long ofString(@Nullable String value) {
        return value == null ? 0 : 40 + 2L * value.length();
    }

    /** What a boxed primitive takes. */
    public static long ofBoxed(@Nullable Object value) {
        return value == null ? 0 : BOXED;
    }

    /** What a {@code UUID}, an {@code Instant}, a {@code LocalDate} or a {@code Duration} takes. */
    public static long ofValue(@Nullable Object value) {
        return value == null ? 0 : VALUE;
    }

    /** What a {@code LocalDateTime} takes, with its date and its time. */
    public static long ofDateTime(@Nullable LocalDateTime value) {
        return value == null ? 0 : DATE_TIME;
    }

    /** What a decimal takes. */
    public static long ofDecimal(@Nullable BigDecimal value) {
        if (value == null) {
            return 0;
        }
        return 40 + (value.precision() <= 18 ? 0 : 64L + value.precision() / 2);
    }

    /** What an array of bytes takes. */
    public static long ofArray(byte @Nullable [] value) {
        return value == null ? 0 : array(value.length, Byte.BYTES);
    }

    /** What an array of booleans takes. */
    public static long ofArray(boolean @Nullable [] value) {
        return value == null ? 0 : array(value.length, Byte.BYTES);
    }

    /** What an array of shorts takes. */
    public static long ofArray(short @Nullable [] value) {
        return value == null ? 0 : array(value.length, Short.BYTES);
    }

    /** What an array of characters takes. */
    public static long ofArray(char @Nullable [] value) {
        return value == null ? 0 : array(value.length, Character.BYTES);
    }

    /** What an array of ints takes. */
    public static long ofArray(int @Nullable [] value) {
        return value == null ? 0 : array(value.length, Integer.BYTES);
    }

    /** What an array of longs takes. */
    public static long ofArray(long @Nullable [] value) {
        return value == null ? 0 : array(value.length, Long.BYTES);
    }

    /** What an array of floats takes. */
    public static long ofArray(float @Nullable [] value) {
        return value == null ? 0 : array(value.length, Float.BYTES);
    }

    /** What an array of doubles takes. */
    public static long ofArray(double @Nullable [] value) {
        return value == null ? 0 : array(value.length, Double.BYTES);
    }

    /** What a list takes, without what its elements refer to. */
    public static long ofListTable(int elements) {
        return 40 + REFERENCE * elements;
    }

    /** What the table of a map or of a set takes, without what its keys and values refer to. */
    public static long ofMapTable(int entries) {
        return 64 + ENTRY * entries;
    }

    private static long array(int length, int elementBytes) {
        return 16 + (((long) length * elementBytes + 7) & ~7L);
    }
}
