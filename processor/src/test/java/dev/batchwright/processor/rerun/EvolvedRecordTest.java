package dev.batchwright.processor.rerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CacheException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a generated cache class gives of rows that were kept before their record got other columns. */
class EvolvedRecordTest {

    private static final int ROWS = 700;

    private static final String SOURCE = """
            package shop;

            import dev.batchwright.*;
            import dev.batchwright.annotation.*;
            import java.lang.annotation.*;
            import java.nio.file.Path;
            import java.util.*;
            import java.util.stream.*;

            public final class Shop {
                @Target(ElementType.TYPE_USE)
                @interface Nullable {}

                public sealed interface Offer permits Fixed, Free {}
                public record Fixed(int cents) implements Offer {}
                public record Free() implements Offer {}
                public record Size(short width, float height) {}
                public record Item(
                        long id, String text, int stock, float[] vector, Size size, List<Size> others,
                        Map<String, Integer> prices, Optional<Size> packed, Offer offer, @Nullable Integer age) {
                    @Override
                    public String toString() {
                        return text + "," + stock + "," + vector[1] + "," + size + "," + others + "," + prices + ","
                                + packed + "," + offer + "," + age;
                    }
                }

                private static Item item(int i) {
                    Size size = new Size((short) i, i + 0.1f);
                    return new Item(
                            i, "item " + i, 3 * i, new float[] {i, 0.1f * i}, size, List.of(size, size),
                            Map.of("euro", i), i % 2 == 0 ? Optional.empty() : Optional.of(size),
                            i % 3 == 0 ? new Free() : new Fixed(i), i % 5 == 0 ? null : i);
                }

                @Step(format = "parquet")
                public record Make(int rows) implements SequentialSource<Item> {
                    public RowReader<Item> open(long firstRow) {
                        Iterator<Item> items = IntStream.range((int) firstRow, rows).mapToObj(Shop::item).iterator();
                        return () -> items.hasNext() ? items.next() : null;
                    }
                }

                @Step(format = "msgpack")
                @BatchSize(10)
                public record Pack() implements BatchStep<Item, Item> {
                    public void process(Batch<Item> batch, Output<Item> out) {
                        batch.forEach(out::add);
                    }
                }

                @Step(format = "object")
                @BatchSize(10)
                public record Ship() implements BatchStep<Item, Item> {
                    public void process(Batch<Item> batch, Output<Item> out) {
                        batch.forEach(out::add);
                    }
                }

                @Pipeline
                @Flow({Make.class, Pack.class, Ship.class})
                interface Goods {}

                public static RunReport run(Path cache, Integer rows) {
                    return Shop_GoodsRunner.builder()
                            .make(new Make(rows))
                            .build()
                            .run(RunOptions.cacheAt(cache).progress(RunOptions.Progress.OFF).partBytes("4KiB"));
                }

                private static Dataset<Item> rows(Shop_GoodsCache cache, String step) {
                    return step.equals("make") ? cache.make() : step.equals("pack") ? cache.pack() : cache.ship();
                }

                public static List<String> read(Path directory, String step) {
                    try (Shop_GoodsCache cache = Shop_GoodsCache.open(directory)) {
                        return rows(cache, step).stream().map(Item::toString).toList();
                    }
                }

                /** By lazy batches, twice, so that the second time columns come from memory. */
                public static List<String> readColumns(Path directory, String step) {
                    try (Shop_GoodsCache cache = Shop_GoodsCache.open(directory)) {
                        List<String> values = new ArrayList<>();
                        for (int time = 0; time < 2; time++) {
                            for (Batch<Item> batch : rows(cache, step).batches(64)) {
                                Shop_ItemBatch items = (Shop_ItemBatch) batch;
                                for (int i = 0; i < items.size(); i++) {
                                    values.add(new Item(COLUMNS).toString());
                                }
                            }
                        }
                        return values;
                    }
                }

                public static VerifyReport verify(Path directory) {
                    try (Shop_GoodsCache cache = Shop_GoodsCache.open(directory)) {
                        return cache.verify();
                    }
                }
            }
            """;

    /** The same with columns that are new, in each place where a record may stand, and numbers that are wider. */
    private static final String NEWER = SOURCE.replace("Fixed(int cents)", "Fixed(long cents, @Nullable String note)")
            .replace("record Free()", "record Free(@Nullable String reason)")
            .replace("new Free()", "new Free(null)")
            .replace("new Fixed(i)", "new Fixed(i, null)")
            .replace("Size(short width, float height)", "Size(Optional<Integer> depth, int width, double height)")
            .replace("new Size((short) i, i + 0.1f)", "new Size(Optional.empty(), (short) i, i + 0.1f)")
            .replace(
                    "long id, String text, int stock, float[] vector",
                    "long id, @Nullable String color, "
                            + "String text, Optional<List<String>> tags, long stock, double[] vector")
            .replace("Map<String, Integer>", "Map<String, Double>")
            .replace("Map.of(\"euro\", i)", "Map.of(\"euro\", (double) i)")
            .replace("@Nullable Integer age", "@Nullable Long age, @Nullable Size shown")
            .replace("return text +", "return color + tags + shown + text +")
            .replace(
                    "i, \"item \" + i, 3 * i, new float[] {i, 0.1f * i}",
                    "i, null, \"item \" + i, Optional.empty(), " + "3 * i, new double[] {i, 0.1f * i}")
            .replace("? null : i)", "? null : Long.valueOf(i), null)");

    private static final String OLD_COLUMNS = "items.id(i), items.text(i), items.stock(i), items.vector(i), "
            + "items.size(i), items.others(i), items.prices(i), items.packed(i), items.offer(i), items.age(i)";
    private static final String NEW_COLUMNS =
            OLD_COLUMNS.replace("items.text(i)", "items.color(i), items.text(i), " + "items.tags(i)")
                    + ", items.shown(i)";

    @TempDir
    Path folder;

    private Path cache;

    @BeforeEach
    void keepRowsOfTheEarlierRecord() throws Exception {
        cache = folder.resolve("cache");
        compiled(SOURCE.replace("COLUMNS", OLD_COLUMNS)).call("run", cache, ROWS);
    }

    private CompiledSource compiled(String source) throws Exception {
        return CompiledSource.of("shop.Shop", source, Files.createTempDirectory(folder, "classes"));
    }

    private CompiledSource newer() throws Exception {
        return compiled(NEWER.replace("COLUMNS", NEW_COLUMNS));
    }

    /** What the newer source makes when it runs on its own, which says null wherever rows were kept without a value. */
    private List<?> made() throws Exception {
        Path other = folder.resolve("other");
        newer().call("run", other, ROWS);
        return (List<?>) newer().call("read", other, "make");
    }

    @ParameterizedTest
    @ValueSource(strings = {"make", "pack", "ship"})
    void readsEarlierRowsAsTheNewerRecord(String step) throws Exception {
        List<?> read = (List<?>) newer().call("read", cache, step);

        assertThat(read).hasSize(ROWS).isEqualTo(made());
        assertThat(read.get(1).toString()).startsWith("nullOptional.emptynullitem 1,3,0.10000000149011612,Size[depth=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"make", "pack", "ship"})
    void readsThemByColumnsAndFromMemory(String step) throws Exception {
        List<?> made = made();

        List<?> read = (List<?>) newer().call("readColumns", cache, step);

        assertThat(read).isEqualTo(Stream.concat(made.stream(), made.stream()).toList());
    }

    @Test
    void findsThemSound() throws Exception {
        assertThat(newer().call("verify", cache).toString()).contains("sound");
    }

    @Test
    void stillReadsThemAsTheyWere() throws Exception {
        List<?> read =
                (List<?>) compiled(SOURCE.replace("COLUMNS", OLD_COLUMNS)).call("read", cache, "ship");

        assertThat(read.get(1))
                .isEqualTo("item 1,3,0.1,Size[width=1, height=1.1],"
                        + "[Size[width=1, height=1.1], Size[width=1, height=1.1]],{euro=1},"
                        + "Optional[Size[width=1, height=1.1]],Fixed[cents=1],1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "String text # String name # column text is gone",
                "int stock # short stock # column stock was int and is short",
                "String text # String text, String more # column more is new, and is neither @Nullable nor an Optional"
            })
    void saysWhichColumnsAreInTheWay(String from, String to, String what) throws Exception {
        String changed = SOURCE.replace(from, to)
                .replace("return text", "return stock")
                .replace("i, \"item \" + i, 3 * i", to.endsWith("more") ? "i, \"\", \"\", 3" : "i, \"\", (short) 3")
                .replace("new Item(COLUMNS)", "items.get(i)");

        assertThatThrownBy(() -> compiled(changed).call("read", cache, "pack"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("The stored rows of step pack cannot be read as Item: " + what)
                .hasMessageContaining("Run the pipeline again to compute them anew");
    }

    @Test
    void refusesRowsOfAnotherSchemaThanTheCacheSays() throws Exception {
        rewriteSchemas(",stock:int,", ",stock:short,");

        for (String step : List.of("make", "pack", "ship")) {
            assertThatThrownBy(() -> newer().call("read", cache, step))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("has rows of another schema than its step.json says");
        }
    }

    @Test
    void refusesWhatIsNoSchema() throws Exception {
        rewriteSchemas(",stock:int,", ",stock:{{,");

        assertThatThrownBy(() -> newer().call("read", cache, "ship"))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("What the cache says of the columns of step ship cannot be read");
    }

    /** As by hand: without the checksum, which would not match. */
    private void rewriteSchemas(String from, String to) throws Exception {
        try (Stream<Path> files = Files.walk(cache)) {
            for (Path file : files.filter(path -> path.endsWith("step.json")).toList()) {
                String text = Files.readString(file).replace(from, to);
                Files.writeString(file, text.replaceFirst(",\\s*\"checksum\" : \"[^\"]*\"", ""));
            }
        }
    }
}
