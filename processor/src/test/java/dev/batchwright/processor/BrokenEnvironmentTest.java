package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;

/** What goes wrong around the processor is a message at an element, and never an exception out of it. */
class BrokenEnvironmentTest {

    private static final String ROW = "@Row record Doc(int a) {}";
    private static final String STEP =
            "@Step record Keep() implements FilterStep<Doc> { @Override public boolean keep(Doc doc) { return true; } }";

    @Test
    void aDefectIsAMessageWithTheElementAndTheTrace() {
        Compilation compilation = compile("getPackageOf", new IllegalStateException("out of order"));

        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .startsWith(
                        "[InternalError] The processor failed on Keep: java.lang.IllegalStateException: out of order."
                                + " This is a defect of Batchwright; please report it with the lines that follow.")
                .contains("at dev.batchwright.processor")
                .endsWith("See docs/diagnostics.md#InternalError");
        assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(6);
    }

    @Test
    void anEndlessRecursionIsAMessageToo() {
        Compilation compilation = compile("getPackageOf", new StackOverflowError());

        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .startsWith("[InternalError] The processor failed on Keep: java.lang.StackOverflowError.");
    }

    @Test
    void aFileThatCannotBeWrittenIsAMessage() {
        Compilation compilation = compile("createSourceFile", new IOException("No space left on device"));

        assertThat(compilation.errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .containsExactly(
                        "[FileNotWritten] DocShardSerializer could not be written: No space left on device."
                                + " See docs/diagnostics.md#FileNotWritten",
                        "[FileNotWritten] DocBatch could not be written: No space left on device."
                                + " See docs/diagnostics.md#FileNotWritten",
                        "[FileNotWritten] KeepBatchManager could not be written: No space left on device."
                                + " See docs/diagnostics.md#FileNotWritten");
    }

    private static Compilation compile(String method, Throwable failure) {
        return Compiler.javac()
                .withProcessors(new Breaking(new RowStepProcessor(), method::equals, failure))
                .compile(Sources.demos(ROW, STEP));
    }

    /** Runs a processor in an environment in which one method fails. */
    private static final class Breaking extends AbstractProcessor {

        private final Processor processor;
        private final Predicate<String> isBroken;
        private final Throwable failure;

        Breaking(Processor processor, Predicate<String> isBroken, Throwable failure) {
            this.processor = processor;
            this.isBroken = isBroken;
            this.failure = failure;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            Elements elements = broken(Elements.class, environment.getElementUtils());
            Filer filer = broken(Filer.class, environment.getFiler());
            processor.init(proxy(ProcessingEnvironment.class, (method, arguments) -> switch (method.getName()) {
                case "getElementUtils" -> elements;
                case "getFiler" -> filer;
                default -> call(method, environment, arguments);
            }));
        }

        private <T> T broken(Class<T> type, T whole) {
            return proxy(type, (method, arguments) -> {
                if (isBroken.test(method.getName())) {
                    throw failure;
                }
                return call(method, whole, arguments);
            });
        }

        /** Answers a call of a method. */
        private interface Answer {

            Object to(Method method, Object[] arguments) throws Throwable;
        }

        private static <T> T proxy(Class<T> type, Answer answer) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> answer.to(method, arguments)));
        }

        private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            processor.process(annotations, round);
            return false;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }
    }
}
