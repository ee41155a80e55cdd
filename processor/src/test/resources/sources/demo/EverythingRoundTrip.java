package demo;

import dev.batchwright.processor.TokenReader;
import dev.batchwright.processor.TokenWriter;
import dev.batchwright.shard.ColumnSource;
import dev.batchwright.shard.ValueReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Uses what is generated for {@link Everything}. */
public final class EverythingRoundTrip {

    private static final EverythingShardSerializer SERIALIZER = EverythingShardSerializer.INSTANCE;

    private EverythingRoundTrip() {}

    public static boolean wholeRows() {
        for (Everything row : rows()) {
            List<Object> tokens = tokens(row);
            TokenReader in = new TokenReader(tokens);
            Everything again = SERIALIZER.read(in);
            require(in.isAtEnd(), "Everything was read");
            require(same(tokens, tokens(again)), "The same values came back");
        }
        return true;
    }

    public static boolean columns() {
        List<Everything> rows = rows();
        List<List<Object>> columns = new ArrayList<>();
        for (int column = 0; column < SERIALIZER.schema().columns().size(); column++) {
            TokenWriter out = new TokenWriter();
            SERIALIZER.writeColumn(column, rows, out);
            columns.add(out.tokens());
        }
        EverythingBatch batch = new EverythingBatch(new ColumnSource() {
            @Override
            public int rows() {
                return rows.size();
            }

            @Override
            public ValueReader column(int index) {
                return new TokenReader(columns.get(index));
            }
        });
        for (int row = 0; row < rows.size(); row++) {
            require(same(tokens(rows.get(row)), tokens(batch.get(row))), "Row " + row + " came back");
        }
        require(batch.s(0).equals("text"), "A column on its own");
        require(batch.getColumn(0) == 3, "A column called get");
        require(batch.size() == 2 && batch.size(0) == 5, "A column called size");
        return true;
    }

    public static boolean sizes() {
        Everything full = rows().get(0);
        Everything sparse = rows().get(1);
        require(SERIALIZER.sizeOf(sparse) < SERIALIZER.sizeOf(full), "Nulls and empty lists take less");
        require(SERIALIZER.sizeOf(sparse) >= 16 + 8 * 60, "Every component counts");
        require(SERIALIZER.sizeOf(nothing()) == 16 + 8 * 60, "Nulls where none may be take nothing");
        return true;
    }

    public static String nullError() {
        try {
            SERIALIZER.write(nothing(), new TokenWriter());
            return "no error";
        } catch (dev.batchwright.InvalidRowException e) {
            return e.getMessage();
        }
    }

    public static String schema() {
        return SERIALIZER.schema().name() + SERIALIZER.schema().describe();
    }

    public static boolean collectionsCannotBeModified() {
        Everything again = SERIALIZER.read(new TokenReader(tokens(rows().get(0))));
        require(refuses(() -> again.tags().clear()), "a list");
        require(refuses(() -> again.colors().clear()), "a set");
        require(refuses(() -> again.counts().clear()), "a map");
        require(again.counts().keySet().toString().equals("[z, a]"), "A map keeps its order");
        return true;
    }

    private static boolean refuses(Runnable change) {
        try {
            change.run();
            return false;
        } catch (UnsupportedOperationException e) {
            return true;
        }
    }

    private static List<Object> tokens(Everything row) {
        TokenWriter out = new TokenWriter();
        SERIALIZER.write(row, out);
        return out.tokens();
    }

    private static boolean same(List<Object> left, List<Object> right) {
        return Arrays.deepEquals(left.toArray(), right.toArray());
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("Not so: " + what);
        }
    }

    private static List<Everything> rows() {
        Everything.Meta meta = new Everything.Meta(7, Optional.of("me"), new Everything.Money(3));
        Everything.Meta bare = new Everything.Meta(8, Optional.empty(), new Everything.Money(4));
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("z", 1L);
        counts.put("a", 2L);
        Map<String, Everything.Meta> metas = new LinkedHashMap<>();
        metas.put("none", null);
        metas.put("some", meta);
        return List.of(
                new Everything(
                        true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, 6d,
                        true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, 6d,
                        "text", "more", new byte[] {1, 2}, new byte[] {3}, Everything.Color.GREEN, Everything.Color.RED,
                        new BigDecimal("1.50"), new UUID(1, 2), Instant.ofEpochSecond(1, 2),
                        LocalDate.of(2020, 1, 2), LocalDateTime.of(2020, 1, 2, 3, 4), Duration.ofNanos(5),
                        new boolean[] {true}, new short[] {1}, new char[] {'x'}, new int[] {1}, new long[] {2},
                        new float[] {3}, new double[] {4}, new float[] {5},
                        List.of("a", "b"), Arrays.asList("a", null), List.of(1, 2), Set.of(Everything.Color.RED),
                        counts, metas, Optional.of("o"), Optional.of(List.of("p", "q")), Optional.of(meta),
                        meta, bare, new Everything.Ellipse(1, 2),
                        new Everything.Box<>("held", 1), new Everything.Box<>(List.of(meta, bare), 2),
                        List.of(List.of(Map.of("k", Optional.of(meta)), Map.of("e", Optional.empty())), List.of()),
                        new Everything.Money(150), new Everything.Money(250),
                        2, "col", 3, "v", 4L, "out", 5),
                new Everything(
                        false, (byte) 0, (short) 0, 'd', 0, 0L, 0f, 0d,
                        false, (byte) 0, null, 'd', 0, 0L, 0f, 0d,
                        "", null, new byte[0], null, Everything.Color.RED, null,
                        BigDecimal.ZERO, new UUID(0, 0), Instant.EPOCH,
                        LocalDate.EPOCH, LocalDateTime.MIN, Duration.ZERO,
                        new boolean[0], new short[0], new char[0], new int[0], new long[0],
                        new float[0], new double[0], null,
                        List.of(), List.of(), null, Set.of(),
                        Map.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                        bare, null, new Everything.Square(1),
                        new Everything.Box<>("", 0), new Everything.Box<>(List.of(), 0),
                        List.of(),
                        new Everything.Money(0), null,
                        0, "", 0, "", 0L, "", 0));
    }

    private static Everything nothing() {
        return new Everything(
                false, (byte) 0, (short) 0, 'd', 0, 0L, 0f, 0d,
                null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null,
                0, null, 0, null, 0L, null, 0);
    }
}
