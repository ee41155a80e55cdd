package dev.batchwright.benchmarks.chain;

import dev.batchwright.MapStep;
import dev.batchwright.annotation.Compression;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Format;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import dev.batchwright.benchmarks.rows.Embedding;
import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.benchmarks.text.DocShardSerializer;
import dev.batchwright.io.JsonLinesSource;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;

/** Makes a vector of each document. */
@Pipeline
@Flow({VectorChain.ReadDocs.class, VectorChain.Embed.class})
interface VectorChain {

    /** Reads documents. */
    @Step(persist = Persist.NEVER)
    record ReadDocs(Path path) implements JsonLinesSource<Doc> {
        @Override
        public ShardSerializer<Doc> rows() {
            return DocShardSerializer.INSTANCE;
        }
    }

    /** Stands for a model. */
    @Step(persist = Persist.ALWAYS, format = Format.PARQUET, compression = Compression.ZSTD)
    record Embed() implements MapStep<Doc, Embedding> {
        @Override
        public Embedding map(Doc doc) {
            return Embedding.of(doc.id());
        }
    }
}
