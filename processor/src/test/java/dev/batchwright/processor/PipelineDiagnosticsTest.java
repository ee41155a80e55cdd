package dev.batchwright.processor;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PipelineDiagnosticsTest {

    /** Steps of all kinds between the rows A and B. */
    private static final String STEPS = """
            final class S {
              record A(int a) {}
              record B(int a, String text) {}
              @Step record ReadA() implements SequentialSource<A> { @Override public RowReader<A> open(long first) { return null; } }
              @Step record ReadAgain() implements SequentialSource<A> { @Override public RowReader<A> open(long first) { return null; } }
              @Step record Keep() implements FilterStep<A> { @Override public boolean keep(A row) { return true; } }
              @Step record KeepToo() implements FilterStep<A> { @Override public boolean keep(A row) { return true; } }
              @Step record ToB() implements MapStep<A, B> { @Override public B map(A row) { return null; } }
              @Step record ToBAgain() implements MapStep<A, B> { @Override public B map(A row) { return null; } }
              @Step(onError = OnError.QUARANTINE) record Careful() implements MapStep<A, A> { @Override public A map(A row) { return row; } }
              @Step record BothA() implements ZipStep<A, A, A> { @Override public A zip(A left, A right) { return left; } }
              @Step record Zip() implements ZipStep<A, B, A> { @Override public A zip(A left, B right) { return left; } }
              @Step record All() implements GlobalStep<B, B> { @Override public void process(Dataset<B> all, Output<B> out) {} }
              @Step record Write() implements Sink<B> { @Override public void write(Batch<B> batch, BatchId id) {} }
              @Step(name = "to-b") record OtherName() implements MapStep<B, B> { @Override public B map(B row) { return row; } }
              @Step(persist = Persist.NEVER) record Never() implements MapStep<A, B> { @Override public B map(A row) { return null; } }
              record NoStep() {}
            }""";

    /** A pipeline with flows written as {@code "ReadA !Keep"}; a {@code !} or {@code @} stands before the step or the flow that it is about. */
    private static Expected flows(String id, String text, String... flows) {
        StringBuilder pipeline = new StringBuilder("@Pipeline\n");
        for (String flow : flows) {
            String steps = Arrays.stream(flow.split(" "))
                    .map(step -> "S." + step + ".class")
                    .collect(Collectors.joining(", "));
            pipeline.append("@Flow({").append(steps).append("})\n");
        }
        String marked = pipeline.toString()
                .replace("S.!", Sources.MARK + "S.")
                .replace("@Flow({S.@", Sources.MARK + "@Flow({S.");
        return new Expected(id, text, STEPS, marked + "interface Corpus {}");
    }

    @TestFactory
    Stream<DynamicTest> aMistakeInAPipelineIsReportedWhereItIs() {
        return Expected.tests(
                Diagnostic.Kind.ERROR,
                flows(
                        "FlowTypeMismatch",
                        "Keep makes A, but All takes B. A lacks text: String. Put ToB in between.",
                        "ReadA Keep ToB",
                        "Keep !All"),
                flows("FlowCycle", "Keep -> KeepToo -> Keep", "ReadA Keep KeepToo !Keep"),
                flows("FlowStartsWithoutSource", "starts with Keep, which is a FilterStep", "!Keep ToB"),
                flows(
                        "FlowEndsInSource",
                        "ReadAgain is a SequentialSource and takes no rows, but stands after Keep",
                        "ReadA Keep !ReadAgain"),
                flows("FlowContinuesAfterSink", "Write is a Sink", "ReadA ToB Write !All"),
                flows("FlowStepNotAStep", "NoStep is not a step. Mark it @Step.", "ReadA !NoStep"),
                flows("FlowTooShort", "this one names only ReadA", "@ReadA"),
                flows("FlowDuplicate", "repeats flow 1", "ReadA Keep", "@ReadA Keep"),
                new Expected("FlowMissing", "Pipeline Corpus has no flow", "@Pipeline /*!*/interface Corpus {}"),
                flows(
                        "InputsNotAligned",
                        "but KeepToo (a FilterStep) does not make exactly one row of each row",
                        "ReadA BothA",
                        "ReadA KeepToo !BothA"),
                flows(
                        "InputsNotAligned",
                        "but Careful (with onError = QUARANTINE) does not make exactly one row of each row",
                        "ReadA BothA",
                        "ReadA Careful !BothA"),
                flows(
                        "InputsNotAligned",
                        "but KeepToo on the way to ToB (a FilterStep)",
                        "ReadA Zip",
                        "ReadA KeepToo ToB !Zip"),
                flows("InputsNotAligned", "different sources, ReadA and ReadAgain", "ReadA BothA", "ReadAgain !BothA"),
                flows("InputsNotTwo", "the flows lead to it from ReadA.", "ReadA !BothA"),
                flows("InputsNotTwo", "Both make A; lead a step that makes B to it", "ReadA Zip", "ReadA Keep !Zip"),
                flows("FanOutNotPersisted", "its flow ends with it", "ReadA !Never"),
                flows("FanOutNotPersisted", "All is a GlobalStep and reads all of its rows", "ReadA !Never All"),
                flows(
                        "FanOutNotPersisted",
                        "Write and OtherName all read from it",
                        "ReadA Never Write",
                        "ReadA !Never OtherName"),
                flows("StepNameClash", "are both called to-b", "ReadA ToB !OtherName"),
                new Expected(
                        "StepNameInvalid",
                        "'My Corpus' cannot be the name",
                        STEPS,
                        "@Pipeline(name = /*!*/\"My Corpus\") @Flow({S.ReadA.class, S.Keep.class}) interface Corpus {}"),
                new Expected(
                        "GeneratedTypeClash",
                        "CorpusRunner is generated from Corpus",
                        STEPS,
                        "@Pipeline @Flow({S.ReadA.class, S.Keep.class}) /*!*/interface Corpus {}",
                        "final class CorpusRunner {}"),
                new Expected(
                        "TypeMissing",
                        "a flow of Corpus names it",
                        STEPS,
                        "@Pipeline @Flow({S.ReadA.class, /*!*/Missing.class}) interface Corpus {}"));
    }
}
