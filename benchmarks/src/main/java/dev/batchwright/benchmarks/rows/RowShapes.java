package dev.batchwright.benchmarks.rows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;

/** The shapes. */
public final class RowShapes {

    /** Numbers: a long, a double, an int. */
    public static final RowShape<Reading> NUMBERS = new RowShape<>(
            "numbers",
            ReadingShardSerializer.INSTANCE,
            corpus -> readings(),
            row -> row.time() + Double.doubleToLongBits(row.value()) + row.sensor());

    /** Vectors of 384 floats. */
    public static final RowShape<Embedding> VECTORS = new RowShape<>(
            "vectors",
            EmbeddingShardSerializer.INSTANCE,
            corpus -> Embedding::of,
            row -> row.id() + row.vector().length + Float.floatToIntBits(row.vector()[row.vector().length - 1]));

    /** Texts of a kilobyte, in 21 languages: half of them have letters beyond ISO 8859-1. */
    public static final RowShape<Passage> TEXT = passages("text", Texts::new);

    /** The same in English. */
    public static final RowShape<Passage> ENGLISH = passages("english", Texts::inEnglish);

    /** Short texts and enums. */
    public static final RowShape<LogEntry> LOG = new RowShape<>(
            "log",
            LogEntryShardSerializer.INSTANCE,
            LogEntries::open,
            row -> row.time()
                    + sample(row.level().name())
                    + sample(row.service())
                    + sample(row.outcome().name())
                    + sample(row.path())
                    + sample(row.message()));

    /** Nested objects, with a list, a map and a choice of records. */
    public static final RowShape<Order> NESTED =
            new RowShape<>("nested", OrderShardSerializer.INSTANCE, Orders::open, Orders::digest);

    /** Twenty-four columns of many types. */
    public static final RowShape<Listing> WIDE =
            new RowShape<>("wide", ListingShardSerializer.INSTANCE, Listings::open, Listings::digest);

    /** Four texts of a quarter of a kilobyte. */
    public static final RowShape<FourTexts> COLUMNS = new RowShape<>(
            "columns",
            FourTextsShardSerializer.INSTANCE,
            RowShapes::fourTexts,
            row -> sample(row.first()) + sample(row.second()) + sample(row.third()) + sample(row.fourth()));

    private RowShapes() {}

    /** The shapes among which a format is chosen. */
    public static List<RowShape<?>> ofChoice() {
        return List.of(NUMBERS, VECTORS, TEXT, LOG, NESTED, WIDE);
    }

    private static LongFunction<Reading> readings() {
        Random random = new Random(1);
        long[] time = {1_700_000_000_000L};
        return id -> {
            time[0] += random.nextInt(20);
            return new Reading(time[0], 20 + 5 * random.nextGaussian(), random.nextInt(1000));
        };
    }

    private static RowShape<Passage> passages(String name, Corpus corpus) {
        return new RowShape<>(
                name,
                PassageShardSerializer.INSTANCE,
                jar -> {
                    Texts texts = corpus.open(jar);
                    return id -> new Passage(id, texts.next(1024));
                },
                row -> row.id() + sample(row.text()));
    }

    private static LongFunction<FourTexts> fourTexts(Path corpus) throws IOException {
        Texts texts = new Texts(corpus);
        return id -> new FourTexts(texts.next(256), texts.next(256), texts.next(256), texts.next(256));
    }

    @FunctionalInterface
    private interface Corpus {

        Texts open(Path jar) throws IOException;
    }

    /** A little of a text. */
    static long sample(String text) {
        return text.length() * 31L + text.charAt(text.length() - 1);
    }
}
