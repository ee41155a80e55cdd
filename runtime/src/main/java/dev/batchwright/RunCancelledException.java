package dev.batchwright;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A run ended before its end since it was asked to: by {@link Run#cancel}, by an interrupt, or because the process is ending. */
public class RunCancelledException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable RunReport report;

    /**
     * Makes an exception.
     *
     * @param report what the run did until then
     */
    public RunCancelledException(RunReport report) {
        super(String.format(
                Locale.ROOT,
                "Pipeline %s was stopped after %.1f s, before its end, as it was asked to. What was whole is committed; run it"
                        + " again to go on from there. The report.json in the cache says how far it came.",
                report.pipeline(),
                report.wall().toMillis() / 1000.0));
        this.report = report;
    }

    /**
     * What the run did until it ended.
     *
     * @return the report; null after the exception was serialized
     */
    public @Nullable RunReport report() {
        return report;
    }
}
