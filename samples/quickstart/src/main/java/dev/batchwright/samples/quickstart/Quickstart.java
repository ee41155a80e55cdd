package dev.batchwright.samples.quickstart;

import dev.batchwright.Dataset;
import dev.batchwright.FilterStep;
import dev.batchwright.KeyedStep;
import dev.batchwright.Output;
import dev.batchwright.RunOptions;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import dev.batchwright.io.JsonLinesSource;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;

/** Rates products by what people wrote about them. */
@Pipeline
@Flow({Quickstart.ReadReviews.class, Quickstart.KeepDetailed.class, Quickstart.RateProducts.class})
public final class Quickstart {

    public record Review(String product, int stars, String text) {}

    public record Rating(String product, int reviews, double stars) {}

    @Step
    public record ReadReviews(Path path) implements JsonLinesSource<Review> {
        @Override
        public ShardSerializer<Review> rows() {
            return Quickstart_ReviewShardSerializer.INSTANCE;
        }
    }

    @Step
    public record KeepDetailed(int words) implements FilterStep<Review> {
        @Override
        public boolean keep(Review review) {
            return review.text().split(" ").length >= words;
        }
    }

    @Step
    public record RateProducts() implements KeyedStep<String, Review, Rating> {
        @Override
        public String key(Review review) {
            return review.product();
        }

        @Override
        public void process(String product, Dataset<Review> reviews, Output<Rating> out) {
            var stars = reviews.stream().mapToInt(Review::stars).summaryStatistics();
            out.add(new Rating(product, (int) stars.getCount(), stars.getAverage()));
        }
    }

    public static void main(String[] args) {
        Path directory = Path.of("quickstart-cache");
        System.out.println(QuickstartRunner.builder()
                .readReviews(new ReadReviews(Path.of("samples/quickstart/reviews.jsonl")))
                .keepDetailed(new KeepDetailed(5))
                .build()
                .run(RunOptions.cacheAt(directory)));
        try (var cache = QuickstartCache.open(directory)) {
            cache.rateProducts().forEach(System.out::println);
        }
    }
}
