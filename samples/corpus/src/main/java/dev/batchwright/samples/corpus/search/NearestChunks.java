package dev.batchwright.samples.corpus.search;

import dev.batchwright.Batch;
import dev.batchwright.Dataset;
import dev.batchwright.samples.corpus.embed.EmbeddedChunk;
import dev.batchwright.samples.corpus.embed.EmbeddedChunkBatch;
import dev.batchwright.samples.corpus.embed.Vectors;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Finds the passages that are nearest to a question, by looking at the vector of every passage. */
public final class NearestChunks {

    private static final int BATCH_ROWS = 1000;
    private static final Comparator<Hit> BY_SCORE = Comparator.comparingDouble(Hit::score);

    private NearestChunks() {}

    /**
     * Searches all passages. Of most of them only the vectors are read from the cache, not the texts.
     *
     * @param chunks the passages
     * @param question the embedding of the question
     * @param most how many passages to find, at least 1
     * @return the nearest ones, the nearest first
     */
    public static List<Hit> find(Dataset<EmbeddedChunk> chunks, float[] question, int most) {
        PriorityQueue<Hit> nearest = new PriorityQueue<>(BY_SCORE);
        for (Batch<EmbeddedChunk> batch : chunks.batches(BATCH_ROWS)) {
            EmbeddedChunkBatch columns = EmbeddedChunkBatch.of(batch);
            for (int row = 0; row < columns.size(); row++) {
                float score = Vectors.dot(columns.vector(row), question);
                if (nearest.size() < most || score > nearest.element().score()) {
                    nearest.add(new Hit(columns.get(row), score));
                }
                if (nearest.size() > most) {
                    nearest.remove();
                }
            }
        }
        return nearest.stream().sorted(BY_SCORE.reversed()).toList();
    }
}
