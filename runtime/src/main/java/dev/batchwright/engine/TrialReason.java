package dev.batchwright.engine;

import dev.batchwright.shard.choice.CandidateFigures;
import dev.batchwright.shard.choice.PartEncoding;
import dev.batchwright.shard.choice.TrialFigures;
import java.util.Locale;

/** Says in words what a trial found. */
final class TrialReason {

    private TrialReason() {}

    /** Such as {@code 1,906 rows tried: 0.68 MB at 14.2 ms, against 0.71 MB at 15.0 ms as msgpack zstd}. */
    static String of(PartEncoding chosen, TrialFigures trial) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d rows tried: ", trial.rows()));
        trial.candidates().stream()
                .filter(candidate -> isOf(chosen, candidate))
                .forEach(candidate -> text.append(costs(candidate)));
        trial.candidates().stream()
                .filter(candidate -> candidate.failure() == null && !isOf(chosen, candidate))
                .findFirst()
                .ifPresent(second -> text.append(", against ")
                        .append(costs(second))
                        .append(" as ")
                        .append(second.format())
                        .append(' ')
                        .append(second.compression()));
        return text.toString();
    }

    private static boolean isOf(PartEncoding chosen, CandidateFigures candidate) {
        return candidate.format().equals(chosen.format().name())
                && candidate.compression().equals(chosen.compression().toString());
    }

    private static String costs(CandidateFigures candidate) {
        return String.format(Locale.ROOT, "%.2f MB at %.1f ms", candidate.bytes() / 1e6, candidate.scoreNanos() / 1e6);
    }
}
