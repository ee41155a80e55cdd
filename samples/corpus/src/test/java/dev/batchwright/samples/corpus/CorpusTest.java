package dev.batchwright.samples.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunOptions;
import dev.batchwright.RunReport;
import dev.batchwright.StepReport;
import dev.batchwright.samples.corpus.dedup.ContentHash;
import dev.batchwright.samples.corpus.dedup.DropExactDuplicates;
import dev.batchwright.samples.corpus.dedup.PairNearDuplicates;
import dev.batchwright.samples.corpus.dedup.SignDocuments;
import dev.batchwright.samples.corpus.embed.EmbedChunks;
import dev.batchwright.samples.corpus.embed.EmbeddingModel;
import dev.batchwright.samples.corpus.embed.SplitIntoChunks;
import dev.batchwright.samples.corpus.embed.WordPieceTokenizer;
import dev.batchwright.samples.corpus.text.Document;
import dev.batchwright.samples.corpus.text.KeepLanguages;
import dev.batchwright.samples.corpus.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline over real texts, with a stand-in for the model, which would take nearly all of the time. */
class CorpusTest {

    private static final int SPEECHES = 2100;
    private static final int FILES = 300;
    private static final int CHUNK_TOKENS = 256;

    private static WordPieceTokenizer tokenizer;

    @TempDir
    private Path folder;

    @BeforeAll
    static void load() throws IOException {
        tokenizer = WordPieceTokenizer.miniLm();
    }

    @Test
    void makesTheSameRowsWithOneThreadAndWithTwo() {
        pipeline(CHUNK_TOKENS).run(quietly("one").threads(1));
        pipeline(CHUNK_TOKENS).run(quietly("two").threads(2));

        assertThat(embedded("two")).hasSizeGreaterThan(1000).isEqualTo(embedded("one"));
    }

    @Test
    void leavesNoDuplicatesAndNoOtherLanguages() {
        RunReport report = pipeline(CHUNK_TOKENS).run(quietly("cache"));

        DropExactDuplicates exact = new DropExactDuplicates();
        try (CorpusCache cache = CorpusCache.open(folder.resolve("cache"))) {
            List<Document> documents = cache.dropNearDuplicates().stream().toList();
            List<ContentHash> hashes = documents.stream().map(exact::key).toList();
            assertThat(documents).extracting(Document::language).containsOnly("en", Language.CODE);
            assertThat(documents).extracting(Document::id).doesNotHaveDuplicates();
            assertThat(hashes).doesNotHaveDuplicates();
            assertThat(cache.groupDuplicates().stream())
                    .noneMatch(duplicate -> documents.stream()
                            .anyMatch(document -> document.id().equals(duplicate.document())));
        }
        StepReport keep = report.step("keep-languages");
        assertThat(keep.rowsIn()).isEqualTo(SPEECHES + FILES).isEqualTo(keep.rowsOut() + keep.filtered());
        assertThat(report.step("drop-near-duplicates").rowsOut())
                .isEqualTo(report.step("drop-exact-duplicates").rowsOut()
                        - report.step("group-duplicates").rowsOut());
    }

    @Test
    void doesNothingTwice() {
        pipeline(CHUNK_TOKENS).run(quietly("cache"));
        List<List<Object>> before = embedded("cache");

        RunReport again = pipeline(CHUNK_TOKENS).run(quietly("cache"));

        assertThat(again.steps()).allSatisfy(CorpusTest::wasReused);
        assertThat(embedded("cache")).isEqualTo(before);
    }

    @Test
    void makesOnlyChunksAndEmbeddingsAgainForAnotherSizeOfChunks() {
        pipeline(CHUNK_TOKENS).run(quietly("cache"));

        RunReport again = pipeline(CHUNK_TOKENS / 2).run(quietly("cache"));

        List<String> made = List.of("split-into-chunks", "embed-chunks");
        assertThat(again.steps())
                .filteredOn(step -> !made.contains(step.step()))
                .allSatisfy(CorpusTest::wasReused);
        assertThat(again.steps()).filteredOn(step -> made.contains(step.step())).allSatisfy(step -> {
            assertThat(step.shardsReused()).isZero();
            assertThat(step.calls()).isPositive();
        });
    }

    private static void wasReused(StepReport step) {
        assertThat(step.shardsReused()).as(step.step()).isPositive().isEqualTo(step.shards());
        assertThat(step.calls()).as(step.step()).isZero();
    }

    private List<List<Object>> embedded(String cache) {
        try (CorpusCache rows = CorpusCache.open(folder.resolve(cache));
                Stream<List<Object>> chunks = rows.embedChunks().stream()
                        .map(chunk -> List.of(
                                chunk.document(), chunk.index(), chunk.text(), Arrays.hashCode(chunk.vector())))) {
            return chunks.toList();
        }
    }

    private RunOptions quietly(String cache) {
        return RunOptions.cacheAt(folder.resolve(cache)).progress(RunOptions.Progress.OFF);
    }

    private static CorpusRunner pipeline(int chunkTokens) {
        return CorpusRunner.builder()
                .readSpeeches(Texts.speeches(SPEECHES))
                .keepLanguages(new KeepLanguages(Set.of("en", Language.CODE)))
                .readSourceFiles(Texts.sourceFiles(FILES))
                .signDocuments(SignDocuments.withUsualBands())
                .pairNearDuplicates(new PairNearDuplicates(0.8))
                .splitIntoChunks(new SplitIntoChunks(chunkTokens, 32, tokenizer))
                .embedChunks(new EmbedChunks(new LengthModel()))
                .build();
    }

    /** Knows of a text only how long it is. */
    private static final class LengthModel implements EmbeddingModel {

        @Override
        public float[] embed(String text) {
            return new float[] {text.length(), text.hashCode()};
        }

        @Override
        public void close() {}
    }
}
