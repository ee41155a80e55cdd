package dev.batchwright.samples.corpus.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.samples.corpus.Texts;
import dev.batchwright.samples.corpus.text.Document;
import dev.batchwright.samples.corpus.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SplitIntoChunksTest {

    private static final int MAX_TOKENS = 128;
    private static final int OVERLAP = 32;

    private static WordPieceTokenizer tokenizer;

    @BeforeAll
    static void load() throws IOException {
        tokenizer = WordPieceTokenizer.miniLm();
    }

    @Test
    void makesNoChunkOfRealTextLongerThanItMayBe() throws Exception {
        for (Document document : realDocuments()) {
            assertThat(chunks(document))
                    .allSatisfy(chunk -> assertThat(tokenizer.ids(chunk.text(), Short.MAX_VALUE))
                            .hasSizeLessThanOrEqualTo(MAX_TOKENS));
        }
    }

    @Test
    void losesNoWordAndRepeatsNoMoreThanTheOverlap() throws Exception {
        for (Document document : realDocuments()) {
            int covered = 0;
            int from = 0;
            for (Chunk chunk : chunks(document)) {
                int start = document.text().indexOf(chunk.text(), from);
                assertThat(start).isNotNegative();
                assertThat(document.text().substring(Math.min(covered, start), start))
                        .isBlank();
                assertThat(tokens(document.text().substring(start, Math.max(covered, start))))
                        .isLessThanOrEqualTo(OVERLAP);
                from = start + 1;
                covered = start + chunk.text().length();
            }
            assertThat(document.text().substring(covered)).isBlank();
        }
    }

    @Test
    void beginsAndEndsWithSentencesWhereItCan() {
        String sentence = "The quick brown fox jumps over the lazy dog. ";

        List<Chunk> chunks = chunks(document(sentence.repeat(40)));

        assertThat(chunks)
                .hasSizeGreaterThan(2)
                .extracting(Chunk::text)
                .allMatch(text -> text.startsWith("The") && text.endsWith("dog."));
    }

    @Test
    void repeatsTheLastSentenceThatFitsTheOverlap() {
        List<Chunk> chunks = chunks(document("The quick brown fox jumps over the lazy dog. ".repeat(40)));
        int covered = chunks.stream().mapToInt(chunk -> tokens(chunk.text())).sum();

        assertThat(covered).isEqualTo(40 * 10 + 3 * 10 * (chunks.size() - 1));
    }

    @Test
    void numbersTheChunksOfADocument() {
        assertThat(chunks(document("word ".repeat(1000))))
                .extracting(Chunk::index)
                .startsWith(0, 1, 2);
    }

    @Test
    void makesNoChunkOfAnEmptyDocument() {
        assertThat(chunks(document(""))).isEmpty();
    }

    @Test
    void refusesAnOverlapThatLeavesNoWayForward() {
        assertThatThrownBy(() -> new SplitIntoChunks(66, 32, tokenizer)).hasMessageContaining("too short");
    }

    private static List<Document> realDocuments() throws Exception {
        List<Document> documents = new ArrayList<>(Texts.prepared(Texts.speeches(200)));
        documents.addAll(Texts.prepared(Texts.sourceFiles(60)));
        return documents;
    }

    private static List<Chunk> chunks(Document document) {
        List<Chunk> chunks = new ArrayList<>();
        new SplitIntoChunks(MAX_TOKENS, OVERLAP, tokenizer).flatMap(document, chunks::add);
        return chunks;
    }

    private static int tokens(String text) {
        return WordReader.words(text).stream().mapToInt(tokenizer::count).sum();
    }

    private static Document document(String text) {
        return new Document("id", "test", "title", Language.UNKNOWN, text);
    }
}
