package dev.batchwright.samples.everykind.isolation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row with something of everything that has to come through to another process and back. */
record Parcel(
        long id,
        String label,
        @Nullable String note,
        Size size,
        List<Content> contents,
        Map<String, Integer> stamps,
        Optional<BigDecimal> price,
        Instant sent) {

    enum Size {
        SMALL,
        LARGE
    }

    sealed interface Content {}

    record Letter(String text, List<Double> weights) implements Content {}

    record Nothing() implements Content {}

    static Parcel of(long id) {
        String text = id % 10 == 3 ? "größer als \u20AC " + id : "parcel " + id;
        return new Parcel(
                id,
                text,
                id % 3 == 0 ? null : "handle with care",
                id % 2 == 0 ? Size.SMALL : Size.LARGE,
                id % 5 == 0 ? List.of() : List.of(new Letter(text, List.of(id / 7.0, -0.0)), new Nothing()),
                Map.of("paid", (int) id),
                id % 4 == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(id, 2)),
                Instant.ofEpochSecond(id, 5));
    }

    Parcel with(long otherId, String otherLabel) {
        return new Parcel(otherId, otherLabel, note, size, contents, stamps, price, sent);
    }
}
