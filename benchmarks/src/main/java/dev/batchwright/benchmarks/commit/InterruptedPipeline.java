package dev.batchwright.benchmarks.commit;

import dev.batchwright.MapStep;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.benchmarks.text.DocShardSerializer;
import dev.batchwright.benchmarks.text.TextFeatures;
import dev.batchwright.benchmarks.text.Tokens;
import dev.batchwright.io.JsonLinesSource;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;

/** Work on text, of which every step's rows are kept, that can be interrupted at a document. */
@Pipeline
@Flow({InterruptedPipeline.ReadDocs.class, InterruptedPipeline.Normalise.class, InterruptedPipeline.Describe.class})
interface InterruptedPipeline {

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
    record Normalise(@Resource Pace pace) implements MapStep<Doc, Doc> {

        @Override
        public Doc map(Doc doc) {
            pace.row(doc.id());
            return doc.normalised();
        }
    }

    /** Computes what is wanted of a document. */
    @Step(persist = Persist.ALWAYS)
    record Describe() implements MapStep<Doc, TextFeatures> {

        @Override
        public TextFeatures map(Doc doc) {
            return Tokens.count(doc.text()) == 0 ? new TextFeatures(doc.id(), "", 0, 0, 0) : TextFeatures.of(doc);
        }
    }
}
