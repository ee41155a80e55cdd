package dev.batchwright.benchmarks.rows;

import dev.batchwright.annotation.Row;
import java.io.Serializable;

/**
 * A row of short texts and enums: a line of a log.
 *
 * @param time milliseconds since 1970
 * @param level how serious it is
 * @param service who says so
 * @param outcome how it ended
 * @param path what was asked for
 * @param message a few words
 */
@Row
public record LogEntry(long time, Level level, String service, Outcome outcome, String path, String message)
        implements Serializable {

    /** How serious an entry is. */
    public enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /** How a request ended. */
    public enum Outcome {
        ANSWERED,
        REFUSED,
        TIMED_OUT
    }
}
