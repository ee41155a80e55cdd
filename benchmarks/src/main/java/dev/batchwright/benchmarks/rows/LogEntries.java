package dev.batchwright.benchmarks.rows;

import dev.batchwright.benchmarks.rows.LogEntry.Level;
import dev.batchwright.benchmarks.rows.LogEntry.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;

/** Lines of a log. */
final class LogEntries {

    private static final List<String> SERVICES =
            List.of("orders", "stock", "payment", "search", "mail", "login", "billing", "images");

    private static final List<Level> LEVELS = List.of(Level.values());

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private LogEntries() {}

    static LongFunction<LogEntry> open(Path corpus) throws IOException {
        Texts texts = new Texts(corpus);
        Random random = new Random(2);
        long[] time = {1_700_000_000_000L};
        return id -> {
            time[0] += random.nextInt(50);
            String service = SERVICES.get(random.nextInt(SERVICES.size()));
            return new LogEntry(
                    time[0],
                    level(random),
                    service,
                    random.nextInt(20) > 0 ? Outcome.ANSWERED : OUTCOMES.get(random.nextInt(OUTCOMES.size())),
                    "/" + service + "/" + random.nextInt(5000),
                    texts.phrase(random, 3 + random.nextInt(6)));
        };
    }

    private static Level level(Random random) {
        return random.nextInt(10) > 0 ? Level.INFO : LEVELS.get(random.nextInt(LEVELS.size()));
    }
}
