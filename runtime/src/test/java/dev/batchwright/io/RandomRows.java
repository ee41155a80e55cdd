package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.io.Everything.Circle;
import dev.batchwright.io.Everything.Named;
import dev.batchwright.io.Everything.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Makes rows of every type, with a liking for the values at the edges. */
final class RandomRows {

    private static final String[] TEXTS = {
        "",
        " ",
        "plain",
        "a,b;c\td",
        "\"quoted\"",
        "it's",
        "\\",
        "line\nline",
        "cr\rlf\r\n",
        "#",
        "äöü",
        "日本語",
        "😀🎈",
        "\u0000\u0001\u001f",
        "\u2028\u2029",
        "\ufeff",
        "null",
        "NaN",
        "'",
        "x".repeat(300),
        "é".repeat(9000)
    };
    private static final double[] REALS = {
        0.0,
        -0.0,
        1.5,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE
    };

    private static final List<Scalars.Color> COLORS = List.of(Scalars.Color.values());

    private final Random random;

    /** Compares rows by their values, of which NaN is like NaN and 0 unlike -0. */
    static <T> void requireSame(List<T> read, List<T> expected) {
        assertThat(read).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(read.get(i))
                    .as("row %d", i)
                    .usingRecursiveComparison()
                    .withEqualsForType(Double::equals, Double.class)
                    .withEqualsForType(Float::equals, Float.class)
                    .isEqualTo(expected.get(i));
        }
    }

    RandomRows(long seed) {
        this.random = new Random(seed);
    }

    Everything everything() {
        return new Everything(
                scalars((char) random.nextInt(0x10000)),
                booleans(),
                shorts(),
                chars(),
                numbers().mapToInt(number -> (int) number).toArray(),
                numbers().toArray(),
                floats(),
                some(this::real).stream().mapToDouble(value -> value).toArray(),
                some(() -> random.nextBoolean() ? null : text()),
                new LinkedHashSet<>(some(random::nextInt)),
                scores(),
                random.nextBoolean() ? Optional.empty() : Optional.of(shape()),
                some(this::shape));
    }

    /** A row whose {@code char} is not half of a surrogate pair. */
    Scalars scalars() {
        return scalars((char) random.nextInt(Character.MIN_SURROGATE));
    }

    private Scalars scalars(char letter) {
        return new Scalars(
                random.nextBoolean(),
                (byte) random.nextInt(),
                (short) random.nextInt(),
                letter,
                (int) number(),
                number(),
                (float) real(),
                real(),
                text(),
                bytes(),
                COLORS.get(random.nextInt(COLORS.size())),
                new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(100) - 50),
                new UUID(random.nextLong(), random.nextLong()),
                instant(),
                LocalDate.ofEpochDay(random.nextLong() % 1_000_000_000),
                LocalDateTime.ofEpochSecond(
                        random.nextLong() % 1_000_000_000_000L, random.nextInt(1_000_000_000), ZoneOffset.UTC),
                Duration.ofSeconds(number(), random.nextInt(1_000_000_000)),
                random.nextBoolean() ? null : text(),
                random.nextBoolean() ? null : (Integer) random.nextInt(),
                random.nextBoolean() ? Optional.empty() : Optional.of(text()));
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? "" : random.nextInt());
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Instant instant() {
        return switch (random.nextInt(10)) {
            case 0 -> Instant.MIN;
            case 1 -> Instant.MAX;
            default -> Instant.ofEpochSecond(random.nextLong() % 10_000_000_000_000L, random.nextInt(1_000_000_000));
        };
    }

    private long number() {
        return switch (random.nextInt(5)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Integer.MAX_VALUE;
            case 2 -> random.nextInt(100);
            default -> random.nextLong();
        };
    }

    private double real() {
        return random.nextBoolean() ? REALS[random.nextInt(REALS.length)] : Double.longBitsToDouble(random.nextLong());
    }

    private Shape shape() {
        Circle circle = new Circle(real());
        return random.nextBoolean() ? circle : new Named(text(), random.nextBoolean() ? null : circle);
    }

    private Map<String, List<Double>> scores() {
        Map<String, List<Double>> scores = new LinkedHashMap<>();
        some(this::text).forEach(key -> scores.put(key, some(this::real)));
        return scores;
    }

    private LongStream numbers() {
        return some(this::number).stream().mapToLong(number -> number);
    }

    private boolean[] booleans() {
        boolean[] values = new boolean[random.nextInt(40)];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextBoolean();
        }
        return values;
    }

    private short[] shorts() {
        short[] values = new short[random.nextInt(40)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) random.nextInt();
        }
        return values;
    }

    private char[] chars() {
        char[] values = new char[random.nextInt(40)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (char) random.nextInt();
        }
        return values;
    }

    private float[] floats() {
        float[] values = new float[random.nextInt(40)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(random.nextInt());
        }
        return values;
    }

    private <T extends @Nullable Object> List<T> some(Supplier<T> values) {
        List<T> list = new ArrayList<>();
        for (int count = random.nextInt(20) - 5; count > 0; count--) {
            list.add(values.get());
        }
        return list;
    }
}
