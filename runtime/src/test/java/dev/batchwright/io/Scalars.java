package dev.batchwright.io;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row with every type that a single field of text can hold. */
@SuppressWarnings("ArrayRecordComponent") // Rows may hold arrays; nothing here compares them by identity.
record Scalars(
        boolean flag,
        byte tiny,
        short small,
        char letter,
        int number,
        long big,
        float single,
        double real,
        String text,
        byte[] bytes,
        Color color,
        BigDecimal decimal,
        UUID uuid,
        Instant instant,
        LocalDate date,
        LocalDateTime dateTime,
        Duration duration,
        @Nullable String note,
        @Nullable Integer count,
        Optional<String> author) {

    enum Color {
        RED,
        GREEN,
        BLUE
    }
}
