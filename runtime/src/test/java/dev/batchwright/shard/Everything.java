package dev.batchwright.shard;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row with a column of every type, the nullable ones and the nested ones included. */
@SuppressWarnings("ArrayRecordComponent")
public record Everything(
        boolean flag,
        byte tiny,
        short small,
        char letter,
        int number,
        long big,
        float single,
        double real,
        String text,
        byte[] bytes,
        Color color,
        BigDecimal decimal,
        UUID id,
        Instant instant,
        LocalDate date,
        LocalDateTime dateTime,
        Duration duration,
        boolean[] booleans,
        short[] shorts,
        char[] chars,
        int[] ints,
        long[] longs,
        float[] floats,
        double[] doubles,
        @Nullable Integer maybeNumber,
        @Nullable String maybeText,
        float @Nullable [] maybeFloats,
        Optional<String> optionalText,
        Optional<Point> optionalPoint,
        List<String> texts,
        List<@Nullable Long> holes,
        List<List<Integer>> matrix,
        Set<Color> colors,
        Map<String, Double> weights,
        Map<String, @Nullable List<Point>> paths,
        Point point,
        @Nullable Point maybePoint,
        Shape shape,
        @Nullable Shape maybeShape,
        List<Shape> shapes) {

    /** Arrays are compared by what they hold, sets and maps in their order as well. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Everything that
                && Arrays.deepEquals(values(), that.values())
                && List.copyOf(colors).equals(List.copyOf(that.colors))
                && List.copyOf(weights.keySet()).equals(List.copyOf(that.weights.keySet()))
                && List.copyOf(paths.keySet()).equals(List.copyOf(that.paths.keySet()));
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(values());
    }

    @Override
    public String toString() {
        return "Everything" + Arrays.deepToString(values());
    }

    /** The values of the columns, in order. */
    public @Nullable Object[] values() {
        return new @Nullable Object[] {
            flag,
            tiny,
            small,
            letter,
            number,
            big,
            single,
            real,
            text,
            bytes,
            color,
            decimal,
            id,
            instant,
            date,
            dateTime,
            duration,
            booleans,
            shorts,
            chars,
            ints,
            longs,
            floats,
            doubles,
            maybeNumber,
            maybeText,
            maybeFloats,
            optionalText,
            optionalPoint,
            texts,
            holes,
            matrix,
            colors,
            weights,
            paths,
            point,
            maybePoint,
            shape,
            maybeShape,
            shapes
        };
    }

    /** The constants have bodies and a name beyond ASCII so that neither can go wrong unseen. */
    @SuppressWarnings("UnicodeInCode")
    public enum Color {
        RED,
        GREEN {},
        BLAUGRÜN
    }

    /** A nested record, which holds another one. */
    public record Point(int x, @Nullable Double y, Label label) {}

    /** A record two levels down. */
    public record Label(@Nullable String name, List<Long> codes) {}

    /** A sealed interface of records. */
    public sealed interface Shape {}

    /** A variant without components. */
    public record Nothing() implements Shape {}

    /** A variant of numbers. */
    public record Circle(double radius, Optional<Instant> drawn) implements Shape {}

    /** A variant with nested records and a list. */
    public record Polygon(List<Point> corners, Color color) implements Shape {}
}
