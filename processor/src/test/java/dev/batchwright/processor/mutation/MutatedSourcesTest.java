package dev.batchwright.processor.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.batchwright.InvalidRowException;
import dev.batchwright.RunOptions;
import dev.batchwright.RunOptions.Progress;
import dev.batchwright.SourceException;
import dev.batchwright.StepFailedException;
import dev.batchwright.processor.LoadedClasses;
import dev.batchwright.processor.PipelineProcessor;
import dev.batchwright.processor.RowStepProcessor;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pipeline with all kinds of steps, broken in many ways. What javac alone accepts either gets a message of the processor, or it
 * compiles as a whole and runs. {@code -Dmutated.sources=N} tries N sources, {@code -Dmutated.seed=S} begins with another.
 */
class MutatedSourcesTest {

    private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
    private static final int EACH = 5;
    private static final int COUNT = Integer.getInteger("mutated.sources", EACH * MUTATIONS.size());

    /** Other sources on another JDK, so that a build on two of them tries twice as many. */
    private static final long SEED =
            Long.getLong("mutated.seed", 1000L * Runtime.version().feature());

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final String NAME = "mutated.Lending";

    /** What became of a source. */
    private enum Fate {
        UNCHANGED,
        REFUSED_BY_JAVAC_ALONE,
        REFUSED_BY_THE_PROCESSOR,
        RAN
    }

    @TempDir
    private Path folder;

    @Test
    void theSourceItselfCompilesAndRuns() throws Exception {
        assertThat(fate(source(), folder.resolve("whole"))).isEqualTo(Fate.RAN);
    }

    @Test
    void aBrokenPipelineGetsAMessageOrRuns() throws Exception {
        String source = source();
        Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
        for (int number = 0; number < COUNT; number++) {
            long seed = SEED + number;
            Random random = new Random(seed);
            Mutation mutation = MUTATIONS.get(Math.floorMod(seed, MUTATIONS.size()));
            String mutated = mutation.of(source, random);
            Path cache = folder.resolve("cache-" + number);
            try {
                Fate fate = mutated.equals(source)
                        ? Fate.UNCHANGED
                        : assertTimeoutPreemptively(DEADLINE, () -> fate(mutated, cache));
                fates.merge(fate, 1, Integer::sum);
            } catch (AssertionError | Exception e) {
                throw new AssertionError(
                        mutation + ", -Dmutated.seed=" + seed + " -Dmutated.sources=1:\n" + e.getMessage() + "\n"
                                + mutated,
                        e);
            }
        }
        System.out.println("Mutated sources: " + fates);
        if (COUNT >= EACH * MUTATIONS.size()) {
            assertThat(fates.keySet()).contains(Fate.REFUSED_BY_JAVAC_ALONE, Fate.REFUSED_BY_THE_PROCESSOR, Fate.RAN);
        }
    }

    private static String source() throws IOException {
        try (var in = MutatedSourcesTest.class.getResourceAsStream("/sources/mutated/Lending.java")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Fate fate(String source, Path cache) throws Exception {
        JavaFileObject file = JavaFileObjects.forSourceString(NAME, source);
        Compilation compilation = Compiler.javac()
                .withProcessors(new RowStepProcessor(), new PipelineProcessor())
                .compile(file);
        assertThat(messages(compilation)).noneMatch(text -> text.startsWith("[InternalError]"));
        if (compilation.status() == Compilation.Status.SUCCESS) {
            run(compilation, cache);
            return Fate.RAN;
        }
        boolean isOurs = compilation.errors().stream().anyMatch(MutatedSourcesTest::isOurs);
        if (isOurs) {
            return Fate.REFUSED_BY_THE_PROCESSOR;
        }
        boolean isInSource = compilation.errors().stream()
                .anyMatch(error ->
                        error.getSource() != null && error.getSource().toUri().equals(file.toUri()));
        if (!isInSource) {
            fail("javac alone accepts it, the processor has no message, and yet it does not compile:\n"
                    + compilation.errors());
        }
        return Fate.REFUSED_BY_JAVAC_ALONE;
    }

    private static List<String> messages(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(each -> each.getMessage(Locale.ROOT))
                .toList();
    }

    private static boolean isOurs(Diagnostic<?> diagnostic) {
        return diagnostic.getMessage(Locale.ROOT).startsWith("[");
    }

    /** Runs the pipeline, if there still is one whose steps need not be told anything. */
    private static void run(Compilation compilation, Path cache) throws Exception {
        LoadedClasses classes = new LoadedClasses(compilation);
        Optional<Class<?>> runner = classes.find(NAME + "Runner");
        if (runner.isEmpty()) {
            return;
        }
        Object builder = runner.get().getMethod("builder").invoke(null);
        boolean waitsForSteps = builder.getClass().getDeclaredFields().length > 0;
        if (waitsForSteps) {
            return;
        }
        Method build = builder.getClass().getMethod("build");
        build.setAccessible(true);
        RunOptions options = RunOptions.cacheAt(cache).threads(1).progress(Progress.OFF);
        try {
            runner.get().getMethod("run", RunOptions.class).invoke(build.invoke(builder), options);
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            if (!isOfTheStep(cause)) {
                throw new AssertionError("It compiles, but does not run: " + cause, cause);
            }
        }
    }

    /** Whether the step's own code failed, or did not do what its kind has to do. */
    private static boolean isOfTheStep(Throwable failure) {
        boolean isUsersCode = failure instanceof StepFailedException
                || failure instanceof SourceException
                || failure instanceof InvalidRowException;
        return isUsersCode
                && !(failure.getCause() instanceof LinkageError)
                && !(failure.getCause() instanceof ClassCastException);
    }
}
