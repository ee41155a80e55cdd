package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file is compiled again beside the classes of the others, as build tools do when it has changed. */
class IncrementalTest {

    private static final String HEAD =
            "package demo;\nimport dev.batchwright.*;\nimport dev.batchwright.annotation.*;\nimport java.util.*;\n";
    private static final String KEEP = HEAD + """
            @Step record Keep(int least) implements FilterStep<Doc> {
              @Override public boolean keep(Doc row) { return row.a() >= least; }
            }""";
    private static final Map<String, String> SOURCES = Map.of(
            "demo.Doc", HEAD + "record Doc(int a, List<String> tags) {}",
            "demo.Read", HEAD + """
                    @Step record Read() implements SequentialSource<Doc> {
                      @Override public RowReader<Doc> open(long first) { return () -> null; }
                    }""",
            "demo.Keep", KEEP,
            "demo.Count", HEAD + """
                    @Step record Count() implements KeyedStep<Integer, Doc, Count.Total> {
                      record Total(int a, long times) {}
                      @Override public Integer key(Doc row) { return row.a(); }
                      @Override public void process(Integer key, Dataset<Doc> docs, Output<Total> out) {}
                    }""",
            "demo.Corpus", HEAD + """
                    @Pipeline
                    @Flow({Read.class, Keep.class, Count.class})
                    interface Corpus {}""",
            "demo.Use", HEAD + """
                    public final class Use {
                      public static String configuration() {
                        var configuration = new dev.batchwright.generated.Configuration();
                        var manager = new KeepBatchManager(KEEP);
                        manager.configure(configuration);
                        var pipeline = CorpusRunner.builder().keep(KEEP).build().definition();
                        return configuration.values() + " " + manager.input().schema().describe() + " "
                            + pipeline.nodes().stream().map(node -> node.name()).toList();
                      }
                      private static final Keep KEEP = new Keep(1);
                    }""");

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void compileEverythingOnce() throws IOException {
        project = Project.ofJavac(folder.resolve("incremental"));
        project.write(SOURCES);
        project.compileAll().isClean();
    }

    @Test
    void aChangedStepAloneIsAsIfEverythingHadBeenCompiled() throws Exception {
        change(
                "demo.Keep",
                KEEP.replace("int least)", "int least, @Resource Object model)")
                        .replace("@Override", "Keep(int least) { this(least, null); }\n@Override"));

        compileAgain(List.of("demo.Keep"), List.of());

        assertThat(project.run("demo.Use", "configuration"))
                .isEqualTo("{least=1} {a:int,tags:list<string>} [read, keep, count]");
    }

    @Test
    void aChangedStepIsFollowedByItsPipelineFromItsSourceOrFromItsClass() throws Exception {
        String renamed = KEEP.replace("@Step", "@Step(name = \"retain\")");
        change("demo.Keep", renamed);
        project.removeOutputOf("demo.Corpus");
        compileAgain(List.of("demo.Keep", "demo.Corpus", "demo.Use"), List.of());
        assertThat(project.run("demo.Use", "configuration")).asString().endsWith("[read, retain, count]");

        change("demo.Keep", renamed.replace("retain", "hold"));
        compileAgain(List.of("demo.Keep", "demo.Use"), List.of("demo.Corpus"));
        assertThat(project.run("demo.Use", "configuration")).asString().endsWith("[read, hold, count]");
    }

    @Test
    void aChangedRowIsFollowedByWhatUsesIt() throws Exception {
        change("demo.Doc", Objects.requireNonNull(SOURCES.get("demo.Doc")).replace("int a", "int a, long size"));
        List<String> users = List.of("demo.Doc", "demo.Read", "demo.Keep", "demo.Count", "demo.Corpus", "demo.Use");
        for (String user : users) {
            project.removeOutputOf(user);
        }

        compileAgain(users, List.of());

        assertThat(project.run("demo.Use", "configuration")).asString().contains("{a:int,size:long,tags:");
    }

    @Test
    void aNewStepOverARowThatNobodyUsedBringsItsSerializer() throws IOException {
        project.write("demo.Plain", HEAD + "record Plain(int a) {}");
        project.compile(List.of("demo.Plain"), List.of()).isClean();
        project.write("demo.Fresh", HEAD + """
                @Step record Fresh() implements FilterStep<Plain> {
                  @Override public boolean keep(Plain row) { return PlainShardSerializer.INSTANCE != null; }
                }""");

        compileAgain(List.of("demo.Fresh"), List.of());

        assertThat(project.generated()).containsKeys("demo/PlainShardSerializer.java", "demo/PlainBatch.java");
    }

    @Test
    void aStepThatNoLongerFitsIsSaidOfThePipelineThatIsCompiledAlone() throws IOException {
        change(
                "demo.Keep",
                KEEP.replace("FilterStep<Doc>", "FilterStep<Count.Total>").replace("Doc row", "Count.Total row"));
        project.compile(List.of("demo.Keep"), List.of()).isClean();

        Project.Outcome fromSource = project.compile(List.of("demo.Corpus"), List.of());
        Project.Outcome fromClass = project.compile(List.of(), List.of("demo.Corpus"));

        assertThat(fromSource.texts()).hasSize(1).allMatch(text -> text.contains("[FlowTypeMismatch] "));
        assertThat(fromSource.messages().get(0).getLineNumber()).isEqualTo(6);
        assertThat(fromClass.texts()).hasSize(1).allMatch(text -> text.contains("[FlowTypeMismatch] "));
    }

    private void change(String name, String text) throws IOException {
        project.removeOutputOf(name);
        project.write(name, text);
    }

    /** Compiles what is named, and compares what is there now with what compiling everything makes. */
    private void compileAgain(List<String> names, List<String> processedAgain) throws IOException {
        project.compile(names, processedAgain).isClean();
        Project whole = Project.ofJavac(folder.resolve("whole " + names + processedAgain));
        for (String name : project.names()) {
            whole.write(name, project.text(name));
        }
        whole.compileAll().isClean();
        assertThat(project.generated()).isEqualTo(whole.generated());
        assertThat(project.classes()).containsOnlyKeys(whole.classes().keySet());
        Map<String, byte[]> classes = project.classes();
        whole.classes()
                .forEach((path, bytes) -> assertThat(classes.get(path)).as(path).isEqualTo(bytes));
    }
}
