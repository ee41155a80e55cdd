package dev.batchwright.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** A pipeline with every step kind: {@code sources/demo/Pipes.java}. */
class GeneratedPipelineTest {

    private static final List<JavaFileObject> SOURCES =
            List.of(Sources.resource("Pipes"), Sources.resource("JsonLinesSource"), Sources.resource("PipesUse"));

    @Test
    void everyStepKindCompilesWithoutAWarning() {
        Compiling.cleanly(SOURCES);
    }

    @Test
    void theDefinitionIsTheGraphThatTheFlowsAddUpTo() throws Exception {
        LoadedClasses classes = new LoadedClasses(Compiling.cleanly(SOURCES));

        assertThat(classes.run("demo.PipesUse", "graph")).isEqualTo("""
                        read-reviews SOURCE [] kept
                        keep-good FILTER [read-reviews] kept
                        count-tokens MAP [keep-good]
                        embed ALIGNED_BATCH [keep-good] kept
                        join ZIP [count-tokens, embed]
                        split2 FLAT_MAP [join]
                        dedup BATCH [split2] kept
                        all GLOBAL [dedup] kept
                        by-product KEYED [keep-good] kept
                        numbers SEQUENTIAL_SOURCE [] kept
                        both CO_GROUP [by-product, numbers] kept
                        write SINK [all, both]
                        """);
    }

    @Test
    void configurationIsNamedValueByValue() throws Exception {
        LoadedClasses classes = new LoadedClasses(Compiling.cleanly(SOURCES));

        assertThat(classes.run("demo.PipesUse", "configuration"))
                .isEqualTo("{atLeast=3, window.size=1, window.inner.d=A, window.inner.e=PT1S,"
                        + " pattern.pattern=\"a|b\", pattern.flags=2}");
        assertThat(classes.run("demo.PipesUse", "nullConfiguration"))
                .isEqualTo("{atLeast=3, window=null, pattern=null}");
    }

    @Test
    void settingsSayWhatTheAnnotationsSay() throws Exception {
        LoadedClasses classes = new LoadedClasses(Compiling.cleanly(SOURCES));

        assertThat(classes.run("demo.PipesUse", "settings"))
                .isEqualTo("StepSettings[name=embed, kind=ALIGNED_BATCH, version=2, batchRows=32, batchBytes=1048576,"
                        + " concurrency=4, retries=3, checkpointAfterEveryBatch=false, badRows=null, childHeapBytes=0,"
                        + " format=parquet, compression=auto]");
    }

    @Test
    void anIsolatedStepIsSentWithItsManagerAndWithoutAWarning() throws Exception {
        List<JavaFileObject> sources =
                List.of(Sources.demo("public record Doc(int a) {}"), Sources.demo("""
                        @Step(isolated = true) public record Work(int b, List<String> c, @Resource Node d)
                            implements MapStep<Doc, Doc>, java.io.Serializable {
                          public record Node(String name, Map<String, Integer> weights, List<Node> next)
                              implements java.io.Serializable {}
                          @Override public Doc map(Doc doc) { return doc; }
                        }"""), Sources.demo("""
                        public final class Use {
                          public static String settings() {
                            WorkBatchManager manager = new WorkBatchManager(new Work(7, List.of("x"), null));
                            return manager.sent().manager().step() + " " + manager.settings().childHeapBytes();
                          }
                        }"""));

        LoadedClasses classes = new LoadedClasses(Compiling.cleanly(sources));

        assertThat(classes.run("demo.Use", "settings")).isEqualTo("Work[b=7, c=[x], d=null] " + (256L << 20));
    }

    @Test
    void keysAreOrderedComponentByComponent() throws Exception {
        LoadedClasses classes = new LoadedClasses(Compiling.cleanly(SOURCES));

        assertThat(classes.run("demo.PipesUse", "keyOrder")).isEqualTo(true);
    }

    @Test
    void theSameSourcesGiveTheSameBytesInAnyOrder() {
        Map<String, String> once = Generated.files(Compiling.cleanly(SOURCES));
        List<JavaFileObject> reversed = new ArrayList<>(SOURCES);
        Collections.reverse(reversed);

        assertThat(once).isNotEmpty();
        assertThat(Generated.files(Compiling.cleanly(SOURCES))).isEqualTo(once);
        assertThat(Generated.files(Compiling.cleanly(reversed))).isEqualTo(once);
    }

    @Test
    void aBrokenStepKeepsItsPipelineFromBeingMadeAndNothingElse() {
        Witness witness = new Witness();
        Compilation compilation = Compiling.of(
                Sources.demos(
                        "record Doc(int a) {}",
                        "@Step record Read() implements SequentialSource<Doc> { @Override public RowReader<Doc> open(long first) { return null; } }",
                        "@Step record Good() implements FilterStep<Doc> { @Override public boolean keep(Doc row) { return true; } }",
                        "@Step(retries = -1) record Bad() implements FilterStep<Doc> { @Override public boolean keep(Doc row) { return true; } }",
                        "@Pipeline @Flow({Read.class, Good.class}) interface Whole {}",
                        "@Pipeline @Flow({Read.class, Bad.class}) interface Broken {}"),
                witness);

        assertThat(compilation.errors()).hasSize(1);
        assertThat(witness.seen())
                .contains("demo.DocShardSerializer", "demo.GoodBatchManager", "demo.WholeRunner", "demo.WholeCache")
                .doesNotContain("demo.BadBatchManager", "demo.BrokenRunner", "demo.BrokenCache");
    }

    @Test
    void leftAndRightFollowTheTypesWhereTheyDiffer() {
        Compilation compilation = Compiling.cleanly(
                Sources.demos(
                        "record A(int a) {}",
                        "record B(int b) {}",
                        "@Step record Read() implements SequentialSource<A> { @Override public RowReader<A> open(long first) { return null; } }",
                        "@Step record ToB() implements MapStep<A, B> { @Override public B map(A row) { return new B(row.a()); } }",
                        "@Step record Zip() implements ZipStep<A, B, A> { @Override public A zip(A left, B right) { return left; } }",
                        "@Pipeline @Flow({Read.class, ToB.class, Zip.class}) @Flow({Read.class, Zip.class}) interface Corpus {}"));

        assertThat(Generated.files(compilation).get("demo/CorpusRunner.java"))
                .contains("new ZipBatchManager(new Zip()), ReadBatchManager.NAME, ToBBatchManager.NAME");
    }
}
