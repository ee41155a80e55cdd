package dev.batchwright.samples.corpus.embed;

import dev.batchwright.FlatMapStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.samples.corpus.text.Document;

/**
 * Cuts documents into passages that fit the model, where it can at the end of a sentence or line. Each passage repeats the end of the
 * one before it, so that a sentence on the border is whole in one of them. Passages are kept, so that another model has only to
 * embed them.
 *
 * @param maxTokens the most tokens of a passage, the model's two special ones included
 * @param overlap the most tokens that two passages in a row share
 * @param tokenizer the tokenizer of the model
 */
@Step(persist = Persist.ALWAYS)
public record SplitIntoChunks(
        int maxTokens, int overlap, @Resource WordPieceTokenizer tokenizer) implements FlatMapStep<Document, Chunk> {

    /** Checks that passages are long enough to go on. */
    public SplitIntoChunks {
        if (overlap < 0 || maxTokens - WordPieceTokenizer.SPECIAL_PIECES <= 2 * overlap) {
            throw new IllegalArgumentException("Chunks of " + maxTokens + " tokens are too short for an overlap of "
                    + overlap + ". Make them more than twice as long, and two tokens more.");
        }
    }

    @Override
    public void flatMap(Document document, Output<Chunk> out) {
        int capacity = maxTokens - WordPieceTokenizer.SPECIAL_PIECES;
        Passages passages = new Passages(document.text(), tokenizer, capacity, overlap);
        int index = 0;
        for (String passage : passages.cut()) {
            out.add(new Chunk(document.id(), document.title(), index++, passage));
        }
    }
}
