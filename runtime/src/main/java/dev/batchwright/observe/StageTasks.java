package dev.batchwright.observe;

import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The tasks of one stage. Used under the lock of the run's counts. */
final class StageTasks {

    private int known;
    private int done;
    private @Nullable Duration begun;

    /**
     * The tasks of all stages.
     *
     * @param known how many are known to be needed
     * @param done how many have ended
     * @param left how long those that are known will take, or null while that cannot be told
     */
    record Sum(int known, int done, @Nullable Duration left) {}

    void add() {
        known++;
    }

    void begin(Duration now) {
        if (begun == null) {
            begun = now;
        }
    }

    void end() {
        done++;
    }

    /**
     * Adds up stages. Tasks of one stage are alike, those of different stages are not; so the time that is left is told stage by
     * stage, and only where each unfinished one has finished a task.
     */
    static Sum sum(Collection<StageTasks> stages, Duration now) {
        int known = 0;
        int done = 0;
        @Nullable Duration left = Duration.ZERO;
        for (StageTasks stage : stages) {
            known += stage.known;
            done += stage.done;
            Duration leftHere = stage.left(now);
            left = left == null || leftHere == null ? null : left.plus(leftHere);
        }
        return new Sum(known, done, left);
    }

    private @Nullable Duration left(Duration now) {
        if (done >= known) {
            return Duration.ZERO;
        }
        if (begun == null || done == 0) {
            return null;
        }
        return now.minus(begun).multipliedBy(known - done).dividedBy(done);
    }
}
