package dev.batchwright.processor;

import java.io.IOException;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StepDiagnosticsTest {

    private static final String DOC = "record Doc(int a) {}";
    private static final String KEEP =
            " implements FilterStep<Doc> { @Override public boolean keep(Doc doc) { return true; } }";
    private static final String PROCESS =
            " implements BatchStep<Doc, Doc> { @Override public void process(Batch<Doc> batch, Output<Doc> out) {} }";
    private static final String SENT =
            " implements BatchStep<Doc, Doc>, java.io.Serializable { @Override public void process(Batch<Doc> batch, Output<Doc> out) {} }";
    private static final String SOURCE =
            " implements SequentialSource<Doc> { @Override public RowReader<Doc> open(long row) { return () -> null; } }";

    private static final String GLOBAL =
            " implements GlobalStep<Doc, Doc> { @Override public void process(Dataset<Doc> all, Output<Doc> out) {} }";

    @Test
    void aBatchSizeThatDoesNothingIsAWarning() throws IOException {
        new Expected(
                        "BatchSizeIgnored",
                        "FilterStep takes no batches",
                        DOC,
                        "@Step @BatchSize(/*!*/5) record Keep()" + KEEP)
                .check(Diagnostic.Kind.WARNING);
    }

    @TestFactory
    Stream<DynamicTest> aMistakeInAStepIsReportedWhereItIs() {
        return Expected.tests(
                Diagnostic.Kind.ERROR,
                new Expected("StepNotInstantiable", "Keep is abstract", DOC, "@Step abstract /*!*/class Keep" + KEEP),
                new Expected(
                        "StepNotInstantiable",
                        "Keep is an inner class",
                        DOC,
                        "class Outer { @Step /*!*/class Keep" + KEEP + " }"),
                new Expected(
                        "StepNotInstantiable",
                        "Keep is private",
                        DOC,
                        "class Outer { @Step private /*!*/record Keep()" + KEEP + " }"),
                new Expected(
                        "StepNotInstantiable",
                        "Keep has type parameters",
                        DOC,
                        "@Step /*!*/record Keep<T>() implements FilterStep<T> { @Override public boolean keep(T doc) { return true; } }"),
                new Expected("StepKindMissing", "Keep implements no step interface", "@Step /*!*/record Keep() {}"),
                new Expected("StepKindAmbiguous", "Keep implements FilterStep and MapStep", DOC, """
                        @Step /*!*/record Keep() implements FilterStep<Doc>, MapStep<Doc, Doc> {
                          @Override public boolean keep(Doc doc) { return true; }
                          @Override public Doc map(Doc doc) { return doc; }
                        }"""),
                new Expected(
                        "StepTypesUnresolved",
                        "as in MapStep<Row1, Row2>",
                        DOC,
                        "@Step @SuppressWarnings(\"rawtypes\") /*!*/record Raw() implements MapStep { @Override public Object map(Object row) { return row; } }"),
                new Expected(
                        "RowNotARecord",
                        "Keep uses String as a row, which is not a record",
                        "@Step /*!*/record Keep() implements FilterStep<String> { @Override public boolean keep(String row) { return true; } }"),
                new Expected("StepKeyUnsupported", "List<String> has no order", DOC, """
                        @Step /*!*/record Group() implements KeyedStep<List<String>, Doc, Doc> {
                          @Override public List<String> key(Doc doc) { return List.of(); }
                          @Override public void process(List<String> key, Dataset<Doc> group, Output<Doc> out) {}
                        }"""),
                new Expected(
                        "ConfigNotFingerprintable",
                        "Keep.client is a Thread, which has no value",
                        DOC,
                        "@Step record Keep(int a, Thread /*!*/client)" + KEEP),
                new Expected(
                        "ConfigNotFingerprintable",
                        "Keep.window.client is a Thread",
                        DOC,
                        "record Window(Thread /*!*/client) {}",
                        "@Step record Keep(Window window)" + KEEP),
                new Expected(
                        "ConfigNotFingerprintable",
                        "add a method limit()",
                        DOC,
                        "@Step final class Keep implements FilterStep<Doc> { @Config private int /*!*/limit; @Override public boolean keep(Doc doc) { return doc.a() < limit; } }"),
                new Expected(
                        "BatchSizeNotPositive",
                        "but is 0. Write a positive number of rows.",
                        DOC,
                        "@Step @BatchSize(/*!*/0) record Work()" + PROCESS),
                new Expected(
                        "BatchBytesInvalid",
                        "'8 megs' is not a size",
                        DOC,
                        "@Step @BatchSize(value = 8, maxBytes = /*!*/\"8 megs\") record Work()" + PROCESS),
                new Expected(
                        "QuarantineNotPossible",
                        "with persist = NEVER no rows of the step are kept",
                        DOC,
                        "@Step(persist = Persist.NEVER, onError = /*!*/OnError.QUARANTINE) record Work()" + PROCESS),
                new Expected(
                        "QuarantineNotPossible",
                        "a GlobalStep is not called row by row or batch by batch",
                        DOC,
                        "@Step(onError = /*!*/OnError.QUARANTINE) record Work()" + GLOBAL),
                new Expected(
                        "QuarantineNotPossible",
                        "read lines of text, and parse them in a MapStep that puts them aside",
                        DOC,
                        "@Step(onError = /*!*/OnError.QUARANTINE) record Read()" + SOURCE),
                new Expected(
                        "BadRowLimitWithoutEffect",
                        "maxBadRows of Work has no effect, since its first bad row ends the run",
                        DOC,
                        "@Step(maxBadRows = /*!*/10) record Work()" + PROCESS),
                new Expected(
                        "BadRowLimitWithoutEffect",
                        "maxBadRatio of Work has no effect",
                        DOC,
                        "@Step(maxBadRatio = /*!*/0.5) record Work()" + PROCESS),
                new Expected(
                        "SettingInvalid",
                        "maxBadRows of Work must be at least 0 but is -1",
                        DOC,
                        "@Step(onError = OnError.QUARANTINE, maxBadRows = /*!*/-1) record Work()" + PROCESS),
                new Expected(
                        "RatioInvalid",
                        "must be from 0 to 1 but is 1.5",
                        DOC,
                        "@Step(onError = OnError.QUARANTINE, maxBadRatio = /*!*/1.5) record Work()" + PROCESS),
                new Expected(
                        "SettingInvalid",
                        "concurrency of Work must be at least 1 but is 0",
                        DOC,
                        "@Step(concurrency = /*!*/0) record Work()" + PROCESS),
                new Expected(
                        "CheckpointWithoutEffect",
                        "with persist = NEVER no rows of the step are kept. Remove it.",
                        DOC,
                        "@Step(persist = Persist.NEVER, checkpoint = /*!*/Checkpoint.EVERY_BATCH) record Work()"
                                + PROCESS),
                new Expected(
                        "IsolationNotPossible",
                        "Work cannot run in a process of its own: a GlobalStep is not called row by row or batch by batch",
                        DOC,
                        "@Step(isolated = /*!*/true) record Work()" + GLOBAL),
                new Expected(
                        "IsolationNotPossible",
                        "a SequentialSource is not called row by row",
                        DOC,
                        "@Step(isolated = /*!*/true) record Read()" + SOURCE),
                new Expected(
                        "IsolatedNotSerializable",
                        "Write 'implements BatchStep, java.io.Serializable', and open what cannot be sent in open(StepContext)",
                        DOC,
                        "@Step(isolated = /*!*/true) record Work()" + PROCESS),
                new Expected(
                        "IsolatedFieldNotSerializable",
                        "Work.file is a Path, which is not Serializable, but is sent to another process with the isolated step. Keep its text or a java.io.File.",
                        DOC,
                        "@Step(isolated = true) record Work(java.nio.file.Path /*!*/file)" + SENT),
                new Expected(
                        "IsolatedFieldNotSerializable",
                        "Work.windows is a Window, which is not Serializable",
                        DOC,
                        "record Window(int from) {}",
                        "@Step(isolated = true) record Work(@Resource List<Window[]> /*!*/windows)" + SENT),
                new Expected(
                        "IsolatedFieldNotSerializable",
                        "Work.window.name is a Optional<String>",
                        DOC,
                        "record Window(Optional<String> /*!*/name) implements java.io.Serializable {}",
                        "@Step(isolated = true) record Work(Window window)" + SENT),
                new Expected(
                        "IsolatedFieldNotSerializable",
                        "Work.lock is a Lock, which is not Serializable",
                        DOC,
                        "final class Lock {}",
                        "@Step(isolated = true) @SuppressWarnings(\"serial\") final class Work"
                                + SENT.replace(
                                        "{ @",
                                        "{ private transient Lock opened; private static Lock shared; private Lock /*!*/lock; @")),
                new Expected(
                        "HeapWithoutEffect",
                        "heap of Work has no effect, since the step runs in the process of the pipeline. Add isolated = true",
                        DOC,
                        "@Step(heap = /*!*/\"512MiB\") record Work()" + PROCESS),
                new Expected(
                        "HeapInvalid",
                        "'half a gig' is not the size of a heap",
                        DOC,
                        "@Step(isolated = true, heap = /*!*/\"half a gig\") record Work()" + SENT),
                new Expected(
                        "HeapInvalid",
                        "'8MiB' is not the size of a heap. Write a whole number and MiB or GiB, at least 16MiB",
                        DOC,
                        "@Step(isolated = true, heap = /*!*/\"8MiB\") record Work()" + SENT),
                new Expected(
                        "StepNameInvalid",
                        "'../up' cannot be the name of a folder",
                        DOC,
                        "@Step(name = /*!*/\"../up\") record Work()" + PROCESS),
                new Expected(
                        "CompressionInvalid",
                        "'zstd:20'",
                        DOC,
                        "@Step(compression = /*!*/\"zstd:20\") record Work()" + PROCESS),
                new Expected("FormatInvalid", "''", DOC, "@Step(format = /*!*/\"\") record Work()" + PROCESS),
                new Expected(
                        "GeneratedTypeClash",
                        "WorkBatchManager is generated from Work",
                        DOC,
                        "@Step /*!*/record Work()" + PROCESS,
                        "final class WorkBatchManager {}"),
                new Expected(
                        "TypeMissing",
                        "Work names it as a type argument of FilterStep",
                        "@Step /*!*/record Work() implements FilterStep<Missing> { @Override public boolean keep(Missing row) { return true; } }"));
    }
}
