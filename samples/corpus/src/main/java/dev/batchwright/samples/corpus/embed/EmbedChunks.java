package dev.batchwright.samples.corpus.embed;

import dev.batchwright.Batch;
import dev.batchwright.BatchStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;

/**
 * Embeds passages.
 *
 * @param model the model; when it changes, so must the step's version
 */
@Step(version = "minilm-l6-v2-q")
@BatchSize(32)
public record EmbedChunks(@Resource EmbeddingModel model) implements BatchStep<Chunk, EmbeddedChunk> {

    @Override
    public void process(Batch<Chunk> batch, Output<EmbeddedChunk> out) throws Exception {
        for (Chunk chunk : batch) {
            float[] vector = model.embed(chunk.text());
            out.add(new EmbeddedChunk(chunk.document(), chunk.title(), chunk.index(), chunk.text(), vector));
        }
    }
}
