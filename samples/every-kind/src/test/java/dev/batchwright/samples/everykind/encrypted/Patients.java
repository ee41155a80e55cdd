package dev.batchwright.samples.everykind.encrypted;

import dev.batchwright.MapStep;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A pipeline whose rows nobody is to read who finds the disk. */
final class Patients {

    private Patients() {}

    record Patient(long number, String name) {}

    @Step(persist = Persist.NEVER)
    record ReadPatients(int rows) implements Source<Patient> {

        @Override
        public List<Split> splits() {
            return List.of(Split.ofRows("patients", "made up", 0, rows));
        }

        @Override
        public RowReader<Patient> open(Split split, long firstRow) {
            long[] next = {split.start() + firstRow};
            long end = split.start() + split.length();
            return () -> next[0] == end ? null : new Patient(next[0], "Patient number " + next[0]++);
        }
    }

    /**
     * Counts its calls, and fails at one.
     *
     * @param calls counts them
     * @param failing the number of a patient whom it does not like
     */
    @Step(persist = Persist.ALWAYS, format = "encrypted")
    record KeepPatients(
            @Resource AtomicLong calls, @Resource AtomicLong failing) implements MapStep<Patient, Patient> {

        @Override
        public Patient map(Patient patient) {
            if (patient.number() == failing.get()) {
                throw new IllegalStateException("patient " + patient.number());
            }
            calls.incrementAndGet();
            return patient;
        }
    }

    @Pipeline
    @Flow({ReadPatients.class, KeepPatients.class})
    interface Ward {}

    static Patients_WardRunner runner(AtomicLong calls, AtomicLong failing) {
        return Patients_WardRunner.builder()
                .readPatients(new ReadPatients(1_000))
                .keepPatients(new KeepPatients(calls, failing))
                .build();
    }

    static RunOptions options(Path cache) {
        return RunOptions.cacheAt(cache)
                .threads(1)
                .shardRows(100)
                .checkpointInterval(Duration.ofHours(1))
                .progress(RunOptions.Progress.OFF);
    }
}
