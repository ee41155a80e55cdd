package dev.batchwright.samples.everykind.columns;

import dev.batchwright.samples.everykind.columns.Everything.Arrays;
import dev.batchwright.samples.everykind.columns.Everything.Boxes;
import dev.batchwright.samples.everykind.columns.Everything.Circle;
import dev.batchwright.samples.everykind.columns.Everything.Level;
import dev.batchwright.samples.everykind.columns.Everything.Nothing;
import dev.batchwright.samples.everykind.columns.Everything.Numbers;
import dev.batchwright.samples.everykind.columns.Everything.Place;
import dev.batchwright.samples.everykind.columns.Everything.Shape;
import dev.batchwright.samples.everykind.columns.Everything.Square;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one row, which follows from its number alone. */
final class EverythingMaker {

    private final long number;
    private final Random random;

    EverythingMaker(long number) {
        this.number = number;
        this.random = new Random(number);
    }

    Everything make() {
        return new Everything(
                numbers(),
                boxes(),
                arrays(),
                text(),
                orNull(this::text),
                text().getBytes(StandardCharsets.UTF_8),
                List.of(Level.values()).get(random.nextInt(3)),
                BigDecimal.valueOf(random.nextLong(), random.nextInt(10)),
                new UUID(random.nextLong(), random.nextLong()),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                LocalDate.ofEpochDay(random.nextInt(100_000) - 50_000),
                LocalDateTime.of(1900 + random.nextInt(200), 2, 28, 23, 59, 59, random.nextInt(1_000_000_000)),
                Duration.ofSeconds(random.nextInt(), random.nextInt(1_000_000_000)),
                some(this::text),
                Collections.unmodifiableSet(new LinkedHashSet<>(some(random::nextInt))),
                counts(),
                Optional.ofNullable(orNull(this::text)),
                some(() -> new Place(text(), 180 * random.nextDouble() - 90, 360 * random.nextDouble() - 180)),
                shape(),
                shapes(),
                URI.create("https://example.org/" + number));
    }

    private Numbers numbers() {
        return new Numbers(
                random.nextBoolean(),
                (byte) random.nextInt(),
                (short) random.nextInt(),
                (char) ('a' + random.nextInt(26)),
                random.nextInt(),
                random.nextLong(),
                random.nextFloat(),
                random.nextGaussian());
    }

    private Boxes boxes() {
        Numbers held = numbers();
        return new Boxes(
                held.yes(),
                orNull(held::tiny),
                orNull(held::small),
                orNull(held::letter),
                held.usual(),
                orNull(held::large),
                orNull(held::rough),
                held.fine());
    }

    private Arrays arrays() {
        int length = random.nextInt(4);
        char[] letters = text().toCharArray();
        short[] small = new short[length];
        boolean[] yes = new boolean[length];
        float[] vector = new float[length];
        for (int i = 0; i < length; i++) {
            small[i] = (short) random.nextInt();
            yes[i] = random.nextBoolean();
            vector[i] = random.nextFloat();
        }
        int[] usual = random.ints(length).toArray();
        long[] large = random.longs(length).toArray();
        return new Arrays(
                yes,
                small,
                letters,
                usual,
                large,
                vector,
                random.doubles(length).toArray());
    }

    private Shape shape() {
        return switch (random.nextInt(3)) {
            case 0 -> new Circle(random.nextDouble());
            case 1 -> new Square(random.nextDouble(), Optional.ofNullable(orNull(this::text)));
            default -> new Nothing();
        };
    }

    /** In an order of its own: that of {@code Map.of} and {@code Set.of} changes from one JVM to the next. */
    private Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        some(this::text).forEach(name -> counts.put(name, random.nextLong()));
        return Collections.unmodifiableMap(counts);
    }

    private Map<String, List<Shape>> shapes() {
        Map<String, List<Shape>> shapes = new LinkedHashMap<>();
        shapes.put("first", some(this::shape));
        shapes.put("second", List.of());
        return Collections.unmodifiableMap(shapes);
    }

    private String text() {
        return List.of("", "plain", "Ärger", "日本", "👍 emoji", "line\nbreak", "tab\t\0nul")
                .get(random.nextInt(7));
    }

    private <T> List<T> some(Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(4)).toList();
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }
}
