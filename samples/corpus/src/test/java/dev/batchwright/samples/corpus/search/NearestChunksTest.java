package dev.batchwright.samples.corpus.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Dataset;
import dev.batchwright.samples.corpus.embed.EmbeddedChunk;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestChunksTest {

    private static final float[] EAST = {1, 0};

    @Test
    void findsTheNearestOfAllTheNearestFirst() {
        List<EmbeddedChunk> circle = IntStream.range(0, 3600)
                .mapToObj(NearestChunksTest::chunkAtTenthOfDegree)
                .toList();

        List<Hit> hits = NearestChunks.find(Dataset.of(circle), EAST, 3);

        assertThat(hits).extracting(hit -> hit.chunk().index()).startsWith(0).containsExactlyInAnyOrder(0, 1, 3599);
        assertThat(hits.get(0).score()).isEqualTo(1f);
        assertThat(hits).extracting(Hit::score).isSortedAccordingTo((left, right) -> Float.compare(right, left));
    }

    @Test
    void findsAllWhereThereAreFewer() {
        List<EmbeddedChunk> chunks = List.of(chunkAtTenthOfDegree(900), chunkAtTenthOfDegree(0));

        assertThat(NearestChunks.find(Dataset.of(chunks), EAST, 5)).hasSize(2);
        assertThat(NearestChunks.find(Dataset.of(List.of()), EAST, 5)).isEmpty();
    }

    private static EmbeddedChunk chunkAtTenthOfDegree(int tenths) {
        double angle = Math.toRadians(tenths / 10.0);
        float[] vector = {(float) Math.cos(angle), (float) Math.sin(angle)};
        return new EmbeddedChunk("circle", "title", tenths, "text", vector);
    }
}
