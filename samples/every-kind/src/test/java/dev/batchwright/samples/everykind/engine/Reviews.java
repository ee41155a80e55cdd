package dev.batchwright.samples.everykind.engine;

import dev.batchwright.FilterStep;
import dev.batchwright.MapStep;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.OnError;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import dev.batchwright.io.JsonRows;
import dev.batchwright.io.TextLinesSource;
import java.nio.file.Path;

/** Reads files of which some lines are no rows. */
final class Reviews {

    private Reviews() {}

    record Line(String file, long offset, String text) {}

    record Review(String title, int rating) {

        Review {
            if (rating > 5) {
                throw new IllegalArgumentException("rating above 5");
            }
        }
    }

    @Step
    record ReadLines(Path path) implements TextLinesSource<Line> {

        @Override
        public Line row(String file, long offset, String line) {
            return new Line(file, offset, line);
        }
    }

    @Step
    record DropBlank() implements FilterStep<Line> {

        @Override
        public boolean keep(Line line) {
            return !line.text().isBlank();
        }
    }

    @Step(onError = OnError.QUARANTINE, maxBadRatio = 0.25)
    record ParseReviews() implements MapStep<Line, Review> {

        private static final JsonRows<Review> REVIEWS = JsonRows.of(Reviews_ReviewShardSerializer.INSTANCE);

        @Override
        public Review map(Line line) {
            return REVIEWS.parse(line.text());
        }
    }

    @Pipeline
    @Flow({ReadLines.class, DropBlank.class, ParseReviews.class})
    interface Reading {}
}
