package dev.batchwright.benchmarks.rows;

import dev.batchwright.benchmarks.rows.Listing.Condition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** Products of a shop. */
final class Listings {

    private static final List<Condition> CONDITIONS = List.of(Condition.values());

    private final Texts texts;
    private final Random random = new Random(4);
    private final List<String> brands;
    private final List<String> cities;
    private final List<String> categories;

    private Listings(Texts texts) {
        this.texts = texts;
        this.brands = words(500);
        this.cities = words(2000);
        this.categories = words(60);
    }

    private List<String> words(int count) {
        return Stream.generate(() -> texts.word(random)).limit(count).toList();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    static LongFunction<Listing> open(Path corpus) throws IOException {
        return new Listings(new Texts(corpus))::listing;
    }

    private Listing listing(long id) {
        double price = (100 + random.nextInt(100_000)) / 100.0;
        return new Listing(
                id,
                texts.phrase(random, 4),
                any(brands),
                any(CONDITIONS),
                price,
                random.nextBoolean() ? price : Math.round(price * 120) / 100.0,
                random.nextInt(50),
                random.nextInt(500),
                random.nextInt(100_000),
                1 + random.nextInt(41) / 10f,
                random.nextInt(300),
                random.nextInt(10) > 0,
                random.nextBoolean(),
                random.nextInt(20_000),
                any(cities),
                any(categories),
                LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700)),
                Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1_000_000_000)),
                random.nextInt(5000) / 100.0,
                5 * random.nextDouble(),
                5 * random.nextDouble(),
                5 * random.nextDouble(),
                List.of(any(categories), texts.word(random)),
                texts.next(160));
    }

    static long digest(Listing row) {
        return row.id()
                + RowShapes.sample(row.title())
                + RowShapes.sample(row.brand())
                + RowShapes.sample(row.condition().name())
                + Double.doubleToLongBits(row.price() + row.listPrice())
                + row.stock()
                + row.sold()
                + row.views()
                + (long) (10 * row.rating())
                + row.ratings()
                + (row.visible() ? 1 : 0)
                + (row.shippedFree() ? 2 : 0)
                + row.seller()
                + RowShapes.sample(row.sellerCity())
                + RowShapes.sample(row.category())
                + row.listed().toEpochDay()
                + row.changed().toEpochMilli()
                + Double.doubleToLongBits(row.weight() + row.width() + row.height() + row.depth())
                + row.tags().size()
                + RowShapes.sample(row.description());
    }
}
