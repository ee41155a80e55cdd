package dev.batchwright.samples.everykind.interop;

import dev.batchwright.RowReader;
import dev.batchwright.samples.everykind.columns.Everything;
import dev.batchwright.samples.everykind.columns.Everything.Arrays;
import dev.batchwright.samples.everykind.columns.Everything.Boxes;
import dev.batchwright.samples.everykind.columns.Everything.Circle;
import dev.batchwright.samples.everykind.columns.Everything.Numbers;
import dev.batchwright.samples.everykind.columns.Everything.Place;
import dev.batchwright.samples.everykind.columns.MakeEverything;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Random rows, of which some have the largest, smallest and oddest values that both sides know. */
final class EdgeRows {

    /** DuckDB takes the largest of its 64 and 32 bits, and their negatives, for infinity. */
    private static final long LAST_MICROS = Long.MAX_VALUE - 1;

    private static final int LAST_DAY = Integer.MAX_VALUE - 1;

    private final Random random;

    private EdgeRows(long seed) {
        this.random = new Random(seed);
    }

    static List<Everything> make(int count, long seed) {
        EdgeRows edges = new EdgeRows(seed);
        List<Everything> rows = new ArrayList<>(count);
        MakeEverything maker = new MakeEverything(count);
        try (RowReader<Everything> made = maker.open(maker.splits().get(0), 0)) {
            for (int i = 0; i < count; i++) {
                Everything row = Objects.requireNonNull(made.next());
                rows.add(i % 10 == 3 ? edges.of(row) : row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    private Everything of(Everything row) {
        return new Everything(
                numbers(),
                boxes(row.boxes()),
                arrays(),
                one("", "\0", "x".repeat(5_000), "\uD83D\uDE00", "\uFFFF"),
                row.note(),
                one(new byte[0], new byte[] {0, -1, 127, -128}, new byte[3_000]),
                row.level(),
                one(BigDecimal.ZERO, new BigDecimal("1E+40"), new BigDecimal("-0.000"), new BigDecimal("9".repeat(50))),
                row.id(),
                moment(),
                LocalDate.ofEpochDay(one(0, 1, -1, LAST_DAY / 400, -LAST_DAY / 400)),
                LocalDateTime.ofInstant(moment(), ZoneOffset.UTC),
                Duration.of(one(0L, -1L, LAST_MICROS, Long.MIN_VALUE), ChronoUnit.MICROS)
                        .plusNanos(random.nextInt(1000)),
                List.of("", "", ""),
                Set.of(),
                Map.of("", Long.MIN_VALUE),
                one(Optional.empty(), Optional.of("")),
                List.of(new Place("", Double.NaN, -0.0)),
                new Circle(Double.MIN_VALUE),
                Map.of("", List.of(new Circle(Double.NEGATIVE_INFINITY))),
                row.link());
    }

    private Numbers numbers() {
        return new Numbers(
                true,
                one(Byte.MIN_VALUE, Byte.MAX_VALUE),
                one(Short.MIN_VALUE, Short.MAX_VALUE),
                one('\0', '\uFFFF', '\uD800'),
                one(Integer.MIN_VALUE, Integer.MAX_VALUE, 0),
                one(Long.MIN_VALUE, Long.MAX_VALUE, 0L),
                one(Float.NaN, -0.0f, Float.POSITIVE_INFINITY, Float.MIN_VALUE, -Float.MAX_VALUE),
                one(Double.NaN, -0.0, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE));
    }

    private Boxes boxes(Boxes others) {
        Numbers held = numbers();
        return new Boxes(
                others.yes(),
                others.tiny(),
                held.small(),
                held.letter(),
                held.usual(),
                held.large(),
                held.rough(),
                held.fine());
    }

    private Arrays arrays() {
        Numbers held = numbers();
        return new Arrays(
                new boolean[random.nextInt(100)],
                new short[] {held.small()},
                new char[] {held.letter(), 'a'},
                new int[] {held.usual(), 1, held.usual()},
                new long[] {held.large()},
                new float[] {held.rough(), 1},
                new double[] {held.fine()});
    }

    /** Within what DuckDB's driver hands over. */
    private Instant moment() {
        long micros = one(0L, 1L, -1L, LAST_MICROS / 100, -LAST_MICROS / 1000);
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).plusNanos(random.nextInt(1000));
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }
}
