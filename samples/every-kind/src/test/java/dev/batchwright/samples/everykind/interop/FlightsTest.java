package dev.batchwright.samples.everykind.interop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RowReader;
import dev.batchwright.Split;
import dev.batchwright.io.ParquetSource;
import dev.batchwright.shard.ShardSerializer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Three million rows that somebody else wrote, in the file {@code flights-3m.parquet} of the npm package {@code vega-datasets}. The
 * profile {@code flights} fetches it.
 */
@EnabledIfSystemProperty(named = "flights.file", matches = ".+")
class FlightsTest {

    private final Path file = Path.of(System.getProperty("flights.file", ""));

    record ReadFlights(Path path) implements ParquetSource<Flight> {

        @Override
        public ShardSerializer<Flight> rows() {
            return FlightShardSerializer.INSTANCE;
        }
    }

    @Test
    void addUpToWhatDuckDbMakesOfThem() throws Exception {
        Totals totals = new Totals();
        ReadFlights source = new ReadFlights(file);
        for (Split split : source.splits()) {
            try (RowReader<Flight> rows = source.open(split, 0)) {
                for (Flight row = rows.next(); row != null; row = rows.next()) {
                    totals.add(row);
                }
            }
        }

        assertThat(totals.rows).isEqualTo(3_000_000);
        try (DuckDb duckDb = DuckDb.open()) {
            assertThat(totals.all())
                    .isEqualTo(duckDb.rows("SELECT count(*) AS rows, sum(delay)::DECIMAL(38, 0) AS delay,"
                                    + " sum(distance)::DECIMAL(38, 0) AS distance, min(date) AS first, max(date) AS last,"
                                    + " count(DISTINCT destination) AS destinations FROM "
                                    + DuckDb.quoted(file))
                            .get(0));
            Map<Object, @Nullable Object> byOrigin = new TreeMap<>();
            duckDb.rows("SELECT origin, count(*) AS flights FROM " + DuckDb.quoted(file) + " GROUP BY origin")
                    .forEach(row -> byOrigin.put(String.valueOf(row.get("origin")), row.get("flights")));
            assertThat(totals.byOrigin).isEqualTo(byOrigin);
        }
    }

    private static final class Totals {

        private final Map<String, Long> byOrigin = new TreeMap<>();
        private final Set<String> destinations = new HashSet<>();
        private long rows;
        private long delay;
        private long distance;
        private LocalDateTime first = LocalDateTime.MAX;
        private LocalDateTime last = LocalDateTime.MIN;

        private void add(Flight flight) {
            rows++;
            delay += flight.delay();
            distance += flight.distance();
            first = flight.date().isBefore(first) ? flight.date() : first;
            last = flight.date().isAfter(last) ? flight.date() : last;
            byOrigin.merge(flight.origin(), 1L, Long::sum);
            destinations.add(flight.destination());
        }

        private Map<String, @Nullable Object> all() {
            Map<String, @Nullable Object> all = new LinkedHashMap<>();
            all.put("rows", rows);
            all.put("delay", BigDecimal.valueOf(delay));
            all.put("distance", BigDecimal.valueOf(distance));
            all.put("first", first);
            all.put("last", last);
            all.put("destinations", (long) destinations.size());
            return all;
        }
    }
}
