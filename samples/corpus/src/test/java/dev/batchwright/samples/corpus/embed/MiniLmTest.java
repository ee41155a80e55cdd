package dev.batchwright.samples.corpus.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MiniLmTest {

    private static EmbeddingModel model;

    @BeforeAll
    static void load() throws IOException {
        model = new MiniLm(WordPieceTokenizer.miniLm());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void putsSentencesOfLikeMeaningNearEachOther() throws Exception {
        float[] eating = model.embed("A man is eating food.");
        float[] alike = model.embed("A man is eating a piece of bread.");
        float[] unlike = model.embed("The girl is carrying a baby.");

        assertThat(Vectors.dot(eating, alike)).isGreaterThan(0.7f);
        assertThat(Vectors.dot(eating, unlike)).isLessThan(0.1f);
    }

    @Test
    void findsTheAnswerAmongOtherSentences() throws Exception {
        float[] question = model.embed("How can we protect fish stocks?");
        float answer = Vectors.dot(question, model.embed("Catch quotas keep the sea from being emptied."));

        for (String other : List.of("The budget was adopted.", "Trains must be safer.", "I voted for this report.")) {
            assertThat(Vectors.dot(question, model.embed(other))).as(other).isLessThan(answer);
        }
    }

    @Test
    void givesVectorsOfLengthOne() throws Exception {
        float[] vector = model.embed("Explanations of vote");

        assertThat(vector).hasSize(384);
        assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-5f));
    }

    @Test
    void givesTheSameVectorWhateverOtherThreadsEmbed() throws Exception {
        List<String> texts = List.of("One.", "Two words.", "Three words here.", "And four words here.");
        List<float[]> alone = new ArrayList<>();
        for (String text : texts) {
            alone.add(model.embed(text));
        }
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<float[]>> together = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String text = texts.get(i % texts.size());
                together.add(threads.submit(() -> model.embed(text)));
            }
            for (int i = 0; i < together.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i % texts.size()));
            }
        } finally {
            threads.shutdown();
        }
    }
}
