package dev.batchwright.benchmarks.keyed;

import dev.batchwright.Dataset;
import dev.batchwright.KeyedStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.benchmarks.text.DocShardSerializer;
import dev.batchwright.io.JsonLinesSource;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;

/** Has all documents in one group, and goes through it twice. */
@Pipeline
@Flow({GiantChain.ReadDocs.class, GiantChain.AddUp.class})
interface GiantChain {

    /** What comes out of a group: how many rows there are, and the CRCs of their texts, added up. */
    record Sum(long rows, long crcs) {}

    /** Reads documents. */
    @Step
    record ReadDocs(Path path) implements JsonLinesSource<Doc> {
        @Override
        public ShardSerializer<Doc> rows() {
            return DocShardSerializer.INSTANCE;
        }
    }

    /** Counts, and then adds up. */
    @Step
    record AddUp() implements KeyedStep<String, Doc, Sum> {
        @Override
        public String key(Doc doc) {
            return "all";
        }

        @Override
        public void process(String key, Dataset<Doc> group, Output<Sum> out) {
            long rows = 0;
            for (Doc doc : group) {
                rows += doc.id() < 0 ? 0 : 1;
            }
            long crcs = 0;
            for (Doc doc : group) {
                crcs += Unique.crc(doc.text());
            }
            out.add(new Sum(rows, crcs));
        }
    }
}
