package dev.batchwright.samples.everykind.columns;

import dev.batchwright.annotation.Column;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A column of every type. Nothing may be null except where it says so.
 *
 * @param numbers the primitives
 * @param boxes the same as objects, which are the ones that can be null
 * @param arrays many at once
 * @param text text
 * @param note text that may be null
 * @param bytes bytes
 * @param level an enum
 * @param price a number with exactly these decimals
 * @param id a UUID
 * @param seen a moment, to the nanosecond
 * @param day a day
 * @param local a time of day on a day, wherever one is
 * @param took how long something took
 * @param tags text in order
 * @param sizes numbers in the order of their set, each once
 * @param counts numbers by name
 * @param nickname text that may be missing
 * @param places records in a list
 * @param shape one of several records
 * @param shapes such records by name, in lists
 * @param link a type from elsewhere, which a codec turns into one from above; renamed in files
 */
@SuppressWarnings("ArrayRecordComponent") // Columns may be arrays; nothing here compares rows.
public record Everything(
        Numbers numbers,
        Boxes boxes,
        Arrays arrays,
        String text,
        @Nullable String note,
        byte[] bytes,
        Level level,
        BigDecimal price,
        UUID id,
        Instant seen,
        LocalDate day,
        LocalDateTime local,
        Duration took,
        List<String> tags,
        Set<Integer> sizes,
        Map<String, Long> counts,
        Optional<String> nickname,
        List<Place> places,
        Shape shape,
        Map<String, List<Shape>> shapes,
        @Column(name = "url", codec = UriCodec.class) URI link) {

    /** How much. */
    public enum Level {
        LOW,
        MEDIUM,
        HIGH
    }

    /** The eight primitive types. */
    public record Numbers(
            boolean yes, byte tiny, short small, char letter, int usual, long large, float rough, double fine) {}

    /** Their boxes. A box that may be null says so. */
    public record Boxes(
            Boolean yes,
            @Nullable Byte tiny,
            @Nullable Short small,
            @Nullable Character letter,
            Integer usual,
            @Nullable Long large,
            @Nullable Float rough,
            Double fine) {}

    /** Their arrays; that of bytes is a column type of its own. */
    public record Arrays(
            boolean[] yes, short[] small, char[] letters, int[] usual, long[] large, float[] vector, double[] fine) {}

    /** A record within a record. */
    public record Place(String name, double latitude, double longitude) {}

    /** A sealed interface of records: the file says which of them a value is. */
    public sealed interface Shape permits Circle, Square, Nothing {}

    /** A shape. */
    public record Circle(double radius) implements Shape {}

    /** Another shape. */
    public record Square(double side, Optional<String> colour) implements Shape {}

    /** A shape without any column. */
    public record Nothing() implements Shape {}
}
