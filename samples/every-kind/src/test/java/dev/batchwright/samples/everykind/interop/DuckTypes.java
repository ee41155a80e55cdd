package dev.batchwright.samples.everykind.interop;

import dev.batchwright.annotation.Row;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A column for every type of DuckDB's that fits a row. */
@Row
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them but value by value.
record DuckTypes(
        boolean yes,
        byte tiny,
        short small,
        int usual,
        long large,
        short utiny,
        int usmall,
        long uint,
        BigDecimal ubig,
        float rough,
        double fine,
        BigDecimal dec4,
        BigDecimal dec9,
        BigDecimal dec18,
        BigDecimal dec38,
        String text,
        byte[] bytes,
        UUID id,
        LocalDate day,
        LocalDateTime local,
        LocalDateTime localMillis,
        LocalDateTime localNanos,
        Instant moment,
        Duration time,
        Level level,
        List<Integer> numbers,
        @Nullable List<@Nullable String> texts,
        Map<String, @Nullable Long> counts,
        @Nullable Place place,
        List<Place> places,
        @Nullable Integer maybeUsual,
        Optional<String> maybeText,
        @Nullable Double allNull) {

    enum Level {
        LOW,
        HIGH
    }

    record Place(String name, @Nullable Double latitude) {}
}
