package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.generated.GeneratedCode;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated classes beside a runtime that they were not made for. */
class VersionSkewTest {

    private static final int NEXT = GeneratedCode.PROTOCOL + 1;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void compileWords() throws IOException {
        project = Project.ofJavac(folder);
        project.write("demo.Words", Project.resource("demo.Words"));
        project.compileAll().isClean();
    }

    @Test
    void theFirstLineOfEveryGeneratedClassIsTheCheck() throws IOException {
        assertThat(project.generated().entrySet())
                .filteredOn(file -> file.getKey().endsWith(".java"))
                .hasSize(12)
                .allSatisfy(file -> assertThat(file.getValue())
                        .containsPattern("class \\w+ (extends \\S+( \\S+)? )?\\{\\s+static final String MADE_BY ="
                                + " GeneratedCode\\.check\\(\\w+\\.class, \\d+, \"\\d[^\"]+\"\\);"));
    }

    /** A runtime that offers other protocols, in front of the real one. */
    private List<String> saidBesideRuntime(int oldest, int newest) throws IOException {
        Project other = Project.ofJavac(folder.resolve("other"));
        other.write("demo.Words", Project.resource("demo.Words"));
        other.write("dev.batchwright.generated.GeneratedCode", """
                package dev.batchwright.generated;
                public final class GeneratedCode {
                  public static final int PROTOCOL = %d;
                  static final int OLDEST_PROTOCOL = %d;
                }""".formatted(newest, oldest));
        List<String> messages = other.compileAll().texts();
        assertThat(other.generated()).isEmpty();
        return messages;
    }

    @Test
    void anOlderRuntimeIsRefusedOnceWhereClassesAreGenerated() throws IOException {
        assertThat(saidBesideRuntime(0, GeneratedCode.PROTOCOL - 1))
                .singleElement()
                .asString()
                .startsWith("[RuntimeMismatch] This is batchwright-processor ")
                .contains("is too old for it (protocol " + (GeneratedCode.PROTOCOL - 1) + "). Use ")
                .contains(" of batchwright-runtime as well.");
    }

    @Test
    void aRuntimeThatDroppedTheProtocolIsRefusedToo() throws IOException {
        assertThat(saidBesideRuntime(NEXT, NEXT))
                .singleElement()
                .asString()
                .contains("is too new for it (protocol " + NEXT
                        + "). Use the runtime's version of batchwright-processor");
    }

    @Test
    void aNewerRuntimeThatStillOffersTheProtocolIsTaken() throws IOException {
        Project other = Project.ofJavac(folder.resolve("newer-runtime"));
        other.write("demo.Words", Project.resource("demo.Words"));
        other.write("dev.batchwright.generated.GeneratedCode", """
                package dev.batchwright.generated;
                public final class GeneratedCode {
                  public static final int PROTOCOL = %d;
                  static final int OLDEST_PROTOCOL = %d;
                  public static String check(Class<?> generated, int protocol, String version) { return version; }
                }""".formatted(NEXT, GeneratedCode.PROTOCOL));
        other.compileAll().isClean();
    }

    /** The steps come from a jar, so that there is none at which it could be said. */
    @Test
    void aPipelineOfStepsFromElsewhereIsRefusedAtThePipeline() throws IOException {
        project.write("dev.batchwright.generated.GeneratedCode", """
                package dev.batchwright.generated;
                public final class GeneratedCode {
                  public static final int PROTOCOL = 0;
                  static final int OLDEST_PROTOCOL = 0;
                }""");
        project.write("demo.Other", """
                package demo;
                import dev.batchwright.annotation.*;
                @Pipeline @Flow({Words.ReadLines.class, Words.Split.class})
                interface Other {}""");
        assertThat(project.compile(List.of("dev.batchwright.generated.GeneratedCode", "demo.Other"), List.of())
                        .oursByLine())
                .singleElement()
                .asString()
                .startsWith("4 [RuntimeMismatch] ");
    }

    /** Not only the first: also where the constants after it would call what the runtime does not have. */
    @Test
    void aClassForAnotherProtocolSaysSoBeforeItMeetsWhatIsNotThere() throws Exception {
        Map<String, String> generated = project.generated();
        Project newer = Project.ofJavac(folder.resolve("newer"));
        newer.write("demo.Words", Project.resource("demo.Words"));
        newer.write("demo.Main", """
                package demo;
                public final class Main {
                  public static Object rows() { return Words_LineShardSerializer.INSTANCE; }
                  public static Object columns() { return Words_LineBatch.of(null); }
                  public static Object step() { return new Words_SplitBatchManager(new Words.Split()); }
                  public static Object run() { return WordsRunner.builder(); }
                  public static Object cache() { return WordsCache.open(null); }
                }""");
        for (Map.Entry<String, String> file : generated.entrySet()) {
            newer.write(
                    file.getKey().replaceFirst("\\.java$", "").replace('/', '.'),
                    file.getValue()
                            .replaceFirst(
                                    "(GeneratedCode\\.check\\(\\w+\\.class, )\\d+, \"[^\"]*\"",
                                    "$1" + NEXT + ", \"99.0.0\""));
        }
        newer.compile(newer.names(), List.of(), Optional.of(List.of())).isClean();

        for (String method : List.of("rows", "columns", "step", "run", "cache")) {
            assertThatThrownBy(() -> newer.run("demo.Main", method))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isExactlyInstanceOf(IncompatibleClassChangeError.class)
                    .message()
                    .startsWith("demo.Words")
                    .contains(" was generated by Batchwright 99.0.0 (protocol " + NEXT + "), but the runtime is ")
                    .contains("use 99.0.0 of batchwright-runtime as well");
        }
    }
}
