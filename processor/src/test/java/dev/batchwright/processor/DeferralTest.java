package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** Types that are not there in the first round. */
class DeferralTest {

    private static final String KEEP_MADE =
            "@Step record Keep() implements FilterStep<Made> { @Override public boolean keep(Made row) { return true; } }";
    private static final String READ_MADE =
            "@Step record Read() implements SequentialSource<Made> { @Override public RowReader<Made> open(long first) { return null; } }";
    private static final String PIPELINE = "@Pipeline @Flow({Read.class, Keep.class}) interface Corpus {}";

    @Test
    void aRowThatAnotherProcessorMakesIsWaitedFor() {
        Compilation compilation = Compiling.cleanly(
                Sources.demos(KEEP_MADE, READ_MADE, PIPELINE), new Maker("Made", "record Made(int a) {}"));

        assertThat(Generated.names(compilation))
                .contains("demo.MadeShardSerializer", "demo.MadeBatch", "demo.KeepBatchManager", "demo.CorpusRunner");
    }

    @Test
    void aTypeWithinARowThatAnotherProcessorMakesIsWaitedFor() {
        Compiling.cleanly(
                Sources.demos("@Row record Doc(List<Made> made) {}"), new Maker("Made", "record Made(int a) {}"));
    }

    @Test
    void aStepThatAnotherProcessorMakesIsWaitedFor() {
        Compilation compilation = Compiling.cleanly(
                Sources.demos("record Made(int a) {}", READ_MADE, PIPELINE), new Maker("Keep", KEEP_MADE));

        assertThat(Generated.names(compilation)).contains("demo.CorpusRunner");
    }

    @Test
    void aStepMayNameWhatIsGeneratedFromIt() {
        Compiling.cleanly(Sources.demos("record Doc(int a) {}", """
                @Step final class Keep implements FilterStep<Doc> {
                  @Resource KeepBatchManager manager;
                  static final String NAME = KeepBatchManager.NAME;
                  ShardSerializer<Doc> rows() { return DocShardSerializer.INSTANCE; }
                  DocBatch view(Batch<Doc> batch) { return DocBatch.of(batch); }
                  @Override public boolean keep(Doc row) { return true; }
                }"""));
    }

    @Test
    void aStepMayNameItsManagerAsAComponent() {
        Compiling.cleanly(Sources.demos("record Doc(int a) {}", """
                @Step record Keep(@Resource KeepBatchManager manager) implements FilterStep<Doc> {
                  @Override public boolean keep(Doc row) { return true; }
                }"""));
    }

    @Test
    void mistakesElsewhereDoNotStopTheWaiting() {
        Witness witness = new Witness();
        Compilation compilation = Compiling.of(
                Sources.demos(KEEP_MADE, "@Row record Bad(Queue<String> q) {}"),
                new Maker("Made", "record Made(int a) {}"),
                witness);

        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT)).startsWith("[ColumnTypeUnsupported]");
        assertThat(witness.seen()).contains("demo.KeepBatchManager");
    }

    /** Makes one type in its first round. */
    private static final class Maker extends AbstractProcessor {

        private final String name;
        private final String body;
        private boolean made;

        Maker(String name, String body) {
            this.name = name;
            this.body = body;
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!made) {
                made = true;
                try (Writer out = processingEnv
                        .getFiler()
                        .createSourceFile("demo." + name)
                        .openWriter()) {
                    out.write(Sources.demo(body).getCharContent(true).toString());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }
    }
}
