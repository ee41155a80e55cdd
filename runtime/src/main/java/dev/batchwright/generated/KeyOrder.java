package dev.batchwright.generated;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Orders and spreads the keys of a grouping. Keys that compare as equal are one key, and hash alike; hashes are the same on every
 * machine and in every version. Immutable.
 *
 * @param <K> the keys
 */
public final class KeyOrder<K> implements Comparator<K> {

    private final Comparator<? super K> comparator;
    private final ToLongFunction<? super K> hash;

    private KeyOrder(Comparator<? super K> comparator, ToLongFunction<? super K> hash) {
        this.comparator = comparator;
        this.hash = hash;
    }

    @Override
    public int compare(K left, K right) {
        return comparator.compare(left, right);
    }

    /**
     * Spreads keys.
     *
     * @param key a key
     * @return the same number for equal keys, with all of its bits mixed
     */
    public long hash(K key) {
        return mix(hash.applyAsLong(key));
    }

    /** The order of a key that is a {@code Boolean}. */
    public static KeyOrder<Boolean> ofBoolean() {
        return new KeyOrder<>(Comparator.naturalOrder(), key -> key ? 1 : 0);
    }

    /** The order of a key that is a {@code Byte}. */
    public static KeyOrder<Byte> ofByte() {
        return new KeyOrder<>(Comparator.naturalOrder(), Byte::longValue);
    }

    /** The order of a key that is a {@code Short}. */
    public static KeyOrder<Short> ofShort() {
        return new KeyOrder<>(Comparator.naturalOrder(), Short::longValue);
    }

    /** The order of a key that is a {@code Character}. */
    public static KeyOrder<Character> ofChar() {
        return new KeyOrder<>(Comparator.naturalOrder(), Character::charValue);
    }

    /** The order of a key that is an {@code Integer}. */
    public static KeyOrder<Integer> ofInt() {
        return new KeyOrder<>(Comparator.naturalOrder(), Integer::longValue);
    }

    /** The order of a key that is a {@code Long}. */
    public static KeyOrder<Long> ofLong() {
        return new KeyOrder<>(Comparator.naturalOrder(), Long::longValue);
    }

    /** The order of a key that is a {@code Float}. */
    public static KeyOrder<Float> ofFloat() {
        return new KeyOrder<>(Comparator.naturalOrder(), Float::floatToIntBits);
    }

    /** The order of a key that is a {@code Double}. */
    public static KeyOrder<Double> ofDouble() {
        return new KeyOrder<>(Comparator.naturalOrder(), Double::doubleToLongBits);
    }

    /** The order of a key that is a {@code String}. */
    public static KeyOrder<String> ofString() {
        return new KeyOrder<>(Comparator.naturalOrder(), String::hashCode);
    }

    /** The order of a key that is a {@code BigDecimal}; numbers that differ only in scale are one key. */
    public static KeyOrder<BigDecimal> ofDecimal() {
        return new KeyOrder<>(
                Comparator.naturalOrder(),
                key -> key.stripTrailingZeros().toString().hashCode());
    }

    /** The order of a key that is a {@code UUID}. */
    public static KeyOrder<UUID> ofUuid() {
        return new KeyOrder<>(
                Comparator.naturalOrder(), key -> mix(key.getMostSignificantBits()) + key.getLeastSignificantBits());
    }

    /** The order of a key that is an {@code Instant}. */
    public static KeyOrder<Instant> ofInstant() {
        return new KeyOrder<>(Comparator.naturalOrder(), key -> mix(key.getEpochSecond()) + key.getNano());
    }

    /** The order of a key that is a {@code LocalDate}. */
    public static KeyOrder<LocalDate> ofDate() {
        // LocalDate is a Comparable of ChronoLocalDate
        return new KeyOrder<>(Comparator.comparingLong(LocalDate::toEpochDay), LocalDate::toEpochDay);
    }

    /** The order of a key that is a {@code LocalDateTime}. */
    public static KeyOrder<LocalDateTime> ofDateTime() {
        return new KeyOrder<>(
                LocalDateTime::compareTo,
                key -> mix(key.toLocalDate().toEpochDay()) + key.toLocalTime().toNanoOfDay());
    }

    /** The order of a key that is a {@code Duration}. */
    public static KeyOrder<Duration> ofDuration() {
        return new KeyOrder<>(Comparator.naturalOrder(), key -> mix(key.getSeconds()) + key.getNano());
    }

    /**
     * The order of a key that is an enum: by position, spread by name.
     *
     * @param <E> the enum
     * @return the order
     */
    public static <E extends Enum<E>> KeyOrder<E> ofEnum() {
        return new KeyOrder<>(Comparator.naturalOrder(), key -> key.name().hashCode());
    }

    /**
     * The order of a key that is a record: by its first component.
     *
     * @param component gives the component
     * @param order the order of the component
     * @param <K> the record
     * @param <C> the component
     * @return the order, to be completed by {@link #thenBy}
     */
    public static <K, C> KeyOrder<K> by(Function<? super K, ? extends C> component, KeyOrder<C> order) {
        return new KeyOrder<>(
                (left, right) -> order.compare(component.apply(left), component.apply(right)),
                key -> order.hash(component.apply(key)));
    }

    /**
     * Adds the next component of a record.
     *
     * @param component gives the component
     * @param order the order of the component
     * @param <C> the component
     * @return the order by all components so far
     */
    public <C> KeyOrder<K> thenBy(Function<? super K, ? extends C> component, KeyOrder<C> order) {
        KeyOrder<K> next = by(component, order);
        return new KeyOrder<>(
                (left, right) -> {
                    int first = compare(left, right);
                    return first != 0 ? first : next.compare(left, right);
                },
                key -> 31 * hash(key) + next.hash(key));
    }

    /** The finalizer of splitmix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, 2014). */
    private static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
