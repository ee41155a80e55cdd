package dev.batchwright.shard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;

/** Random values of every scalar and array type: now and then an extreme one, the rest of every magnitude. */
final class RandomValues {

    private static final double[] REALS = {
        0.0,
        -0.0,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MIN_VALUE,
        Float.MIN_VALUE,
        Float.MAX_VALUE
    };
    private static final long[] NUMBERS = {
        0,
        -1,
        31,
        32,
        -32,
        -33,
        127,
        128,
        -128,
        -129,
        255,
        256,
        32767,
        32768,
        -32768,
        -32769,
        65535,
        65536,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Integer.MAX_VALUE + 1L,
        Integer.MIN_VALUE - 1L,
        0xFFFF_FFFFL,
        0x1_0000_0000L,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final Instant[] INSTANTS = {
        Instant.MIN,
        Instant.MAX,
        Instant.EPOCH,
        Instant.ofEpochSecond(-1, 999_999_999),
        Instant.ofEpochSecond(0xFFFF_FFFFL),
        Instant.ofEpochSecond(0x1_0000_0000L),
        Instant.ofEpochSecond(0x3_FFFF_FFFFL, 1),
        Instant.ofEpochSecond(0x4_0000_0000L, 1)
    };
    private static final Duration[] DURATIONS = {
        Duration.ofSeconds(Long.MIN_VALUE),
        Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
        Duration.ZERO,
        Duration.ofNanos(-1)
    };
    private static final BigDecimal[] DECIMALS = {
        BigDecimal.ZERO,
        new BigDecimal("0E+10"),
        new BigDecimal("1.00"),
        new BigDecimal("-1E-1000"),
        new BigDecimal("9".repeat(80) + "E+900"),
        BigDecimal.valueOf(Long.MIN_VALUE, 3)
    };
    private static final int[] FIRST_CHARACTERS = {
        ' ', 'a', 0x7F, 0x80, 0xE4, 0x7FF, 0x800, 0x4E2D, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF, 0
    };

    private final Random random;

    RandomValues(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** The size of a collection: mostly a handful, often 0. */
    int size() {
        return random.nextInt(4) == 0 ? 0 : random.nextInt(5);
    }

    /** The length of a text or an array: mostly short, rarely some thousands. */
    int length() {
        return switch (random.nextInt(40)) {
            case 0 -> random.nextInt(5000);
            case 1, 2, 3 -> random.nextInt(300);
            default -> random.nextInt(12);
        };
    }

    boolean flag() {
        return random.nextBoolean();
    }

    <V> V oneOf(V[] values) {
        return values[random.nextInt(values.length)];
    }

    long number() {
        return extreme() ? NUMBERS[random.nextInt(NUMBERS.length)] : random.nextLong() >> random.nextInt(64);
    }

    double real() {
        return extreme() ? REALS[random.nextInt(REALS.length)] : random.nextGaussian() * 1000;
    }

    /** Any char, be it half of a surrogate pair. */
    char letter() {
        return (char) (random.nextInt() >>> random.nextInt(16));
    }

    String text() {
        int length = length();
        int kinds = random.nextInt(3) == 0 ? FIRST_CHARACTERS.length : 2;
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            int first = FIRST_CHARACTERS[random.nextInt(kinds)];
            text.appendCodePoint(kinds == 2 ? first + random.nextInt(26) : first);
        }
        return text.toString();
    }

    byte[] bytes() {
        byte[] bytes = new byte[length()];
        random.nextBytes(bytes);
        return bytes;
    }

    BigDecimal decimal() {
        return extreme()
                ? oneOf(DECIMALS)
                : new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(60) - 30);
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    Instant instant() {
        return extreme()
                ? oneOf(INSTANTS)
                : Instant.ofEpochSecond(random.nextLong() >> 29, random.nextInt(1_000_000_000));
    }

    LocalDate date() {
        return switch (random.nextInt(20)) {
            case 0 -> LocalDate.MIN;
            case 1 -> LocalDate.MAX;
            default -> LocalDate.ofEpochDay(random.nextInt() >> 10);
        };
    }

    LocalDateTime dateTime() {
        return switch (random.nextInt(20)) {
            case 0 -> LocalDateTime.MIN;
            case 1 -> LocalDateTime.MAX;
            case 2 -> LocalDate.EPOCH.atTime(LocalTime.MAX);
            default ->
                LocalDateTime.ofInstant(
                        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)), ZoneOffset.UTC);
        };
    }

    Duration duration() {
        return extreme() ? oneOf(DURATIONS) : Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000));
    }

    boolean[] booleans() {
        boolean[] values = new boolean[length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextBoolean();
        }
        return values;
    }

    short[] shorts() {
        short[] values = new short[length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) number();
        }
        return values;
    }

    char[] chars() {
        char[] values = new char[length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = letter();
        }
        return values;
    }

    int[] ints() {
        return random.ints(length()).toArray();
    }

    long[] longs() {
        return random.longs(length()).toArray();
    }

    float[] floats() {
        float[] values = new float[length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) real();
        }
        return values;
    }

    double[] doubles() {
        double[] values = new double[length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = real();
        }
        return values;
    }

    private boolean extreme() {
        return random.nextInt(8) == 0;
    }
}
