package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WideTimeTest {

    private static final long SEED = 1;

    @Test
    void theBaseIsMicrosecondsAndTheRestZeroWhereverThatSaysItAll() {
        for (String text :
                new String[] {"1970-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z", "2026-02-03T04:05:06.789012Z"}) {
            Instant instant = Instant.parse(text);
            long micros = Math.floorDiv(instant.getEpochSecond() * 1_000_000_000L + instant.getNano(), 1000L);

            assertThat(WideTime.base(instant.getEpochSecond(), instant.getNano()))
                    .isEqualTo(micros);
            assertThat(WideTime.rest(instant.getEpochSecond(), instant.getNano()))
                    .isZero();
        }
    }

    @Test
    void nanosecondsBelowTheMicrosecondAreTheRest() {
        assertThat(WideTime.base(-1, 999_999_999)).isEqualTo(-1);
        assertThat(WideTime.rest(-1, 999_999_999)).isEqualTo(999);
    }

    @Test
    @SuppressWarnings("JavaLocalDateTimeGetNano") // Beside the seconds.
    void holdsTheWholeRangeOfEveryType() {
        for (Instant extreme : new Instant[] {Instant.MIN, Instant.MAX, Instant.EPOCH}) {
            assertSurvives(extreme.getEpochSecond(), extreme.getNano());
        }
        for (LocalDateTime extreme : new LocalDateTime[] {LocalDateTime.MIN, LocalDateTime.MAX}) {
            assertSurvives(extreme.toEpochSecond(ZoneOffset.UTC), extreme.getNano());
        }
        for (Duration extreme :
                new Duration[] {Duration.ofSeconds(Long.MIN_VALUE), Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)}) {
            assertSurvives(extreme.getSeconds(), extreme.getNano());
        }
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            assertSurvives(random.nextLong() >> random.nextInt(64), random.nextInt(1_000_000_000));
        }
    }

    @Test
    void holdsTimesAtTheEdgesOfSixtyFourBitsOfMicroseconds() {
        for (long edge : new long[] {Long.MIN_VALUE / 1_000_000, Long.MAX_VALUE / 1_000_000, 0}) {
            for (long seconds = edge - 2; seconds <= edge + 2; seconds++) {
                for (int nanos : new int[] {0, 1, 224_192_000, 775_807_999, 775_808_000, 999_999_999}) {
                    assertSurvives(seconds, nanos);
                }
            }
        }
    }

    @Test
    void holdsEveryDate() {
        for (LocalDate date : new LocalDate[] {LocalDate.MIN, LocalDate.MAX, LocalDate.EPOCH, LocalDate.of(-1, 1, 1)}) {
            long day = date.toEpochDay();

            assertThat(WideTime.epochDay((int) day, WideTime.restOfDay(day))).isEqualTo(day);
        }
        assertThat(WideTime.restOfDay(LocalDate.of(-999, 1, 1).toEpochDay())).isZero();
    }

    @Test
    void refusesARestThatNobodyWrote() {
        assertThatThrownBy(() -> WideTime.nanos(0, 1000)).isInstanceOf(DateTimeException.class);
    }

    private static void assertSurvives(long seconds, int nanos) {
        long base = WideTime.base(seconds, nanos);
        int rest = WideTime.rest(seconds, nanos);
        assertThat(WideTime.seconds(base, rest))
                .as("seconds of %d s %d ns", seconds, nanos)
                .isEqualTo(seconds);
        assertThat(WideTime.nanos(base, rest))
                .as("nanos of %d s %d ns", seconds, nanos)
                .isEqualTo(nanos);
    }
}
