package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void aDefectWhileRowsAreComparedIsAMessageToo(@TempDir Path folder) {
        Compilation compilation = compile(
                new SchemaProcessor(),
                List.of("-Abatchwright.schemas=" + folder),
                "getPackageOf",
                new IllegalStateException("out of order"));

        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .startsWith(
                        "[InternalError] The processor failed on Keep: java.lang.IllegalStateException: out of order.");
        assertThat(folder).isEmptyDirectory();
    }

    private static Compilation compile(String method, Throwable failure) {
        return compile(new RowStepProcessor(), List.of(), method, failure);
    }

    private static Compilation compile(Processor processor, List<String> options, String method, Throwable failure) {
        return Compiler.javac()
                .withProcessors(new RelayedProcessor(processor, whole -> breaking(whole, method, failure)))
                .withOptions(options)
                .compile(Sources.demos(ROW, STEP));
    }

    /** An environment in which one method fails. */
    private static ProcessingEnvironment breaking(ProcessingEnvironment whole, String method, Throwable failure) {
        Elements elements = broken(Elements.class, whole.getElementUtils(), method, failure);
        Filer filer = broken(Filer.class, whole.getFiler(), method, failure);
        return proxy(ProcessingEnvironment.class, (called, arguments) -> switch (called.getName()) {
            case "getElementUtils" -> elements;
            case "getFiler" -> filer;
            default -> call(called, whole, arguments);
        });
    }

    private static <T> T broken(Class<T> type, T whole, String method, Throwable failure) {
        return proxy(type, (called, arguments) -> {
            if (called.getName().equals(method)) {
                throw failure;
            }
            return call(called, whole, arguments);
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
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
