package dev.batchwright.benchmarks.chain;

import dev.batchwright.FilterStep;
import dev.batchwright.MapStep;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.benchmarks.text.DocShardSerializer;
import dev.batchwright.benchmarks.text.TextFeatures;
import dev.batchwright.benchmarks.text.Tokens;
import dev.batchwright.io.JsonLinesSource;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;

/** The same chain, of which the rows after each step are kept, in the formats that are chosen where a step names none. */
@Pipeline
@Flow({
    KeptTextChain.ReadDocs.class,
    KeptTextChain.Normalise.class,
    KeptTextChain.KeepLong.class,
    KeptTextChain.ComputeFeatures.class
})
interface KeptTextChain {

    /** Reads documents. */
    @Step(persist = Persist.ALWAYS)
    record ReadDocs(Path path) implements JsonLinesSource<Doc> {
        @Override
        public ShardSerializer<Doc> rows() {
            return DocShardSerializer.INSTANCE;
        }
    }

    /** Cleans the text. */
    @Step(persist = Persist.ALWAYS)
    record Normalise() implements MapStep<Doc, Doc> {
        @Override
        public Doc map(Doc doc) {
            return doc.normalised();
        }
    }

    /** Drops short documents. */
    @Step(persist = Persist.ALWAYS)
    record KeepLong(int minTokens) implements FilterStep<Doc> {
        @Override
        public boolean keep(Doc doc) {
            return Tokens.count(doc.text()) >= minTokens;
        }
    }

    /** Computes what is wanted of a document. */
    @Step(persist = Persist.ALWAYS)
    record ComputeFeatures() implements MapStep<Doc, TextFeatures> {
        @Override
        public TextFeatures map(Doc doc) {
            return TextFeatures.of(doc);
        }
    }
}
