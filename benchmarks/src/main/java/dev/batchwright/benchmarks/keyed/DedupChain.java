package dev.batchwright.benchmarks.keyed;

import dev.batchwright.Dataset;
import dev.batchwright.KeyedStep;
import dev.batchwright.Output;
import dev.batchwright.annotation.Compression;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Format;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Step;
import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.benchmarks.text.DocShardSerializer;
import dev.batchwright.io.JsonLinesSource;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Path;

/** Keeps of documents with the same text the one with the smallest id. */
@Pipeline
@Flow({DedupChain.ReadDocs.class, DedupChain.KeepFirst.class})
interface DedupChain {

    /** What the documents are compared by: a number first, since most texts differ in it. */
    record TextKey(long crc, String text) {}

    /** Reads documents. */
    @Step
    record ReadDocs(Path path) implements JsonLinesSource<Doc> {
        @Override
        public ShardSerializer<Doc> rows() {
            return DocShardSerializer.INSTANCE;
        }
    }

    /** Rows of a group come in the order of the input, so the first has the smallest id. */
    @Step(format = Format.PARQUET, compression = Compression.ZSTD)
    record KeepFirst() implements KeyedStep<TextKey, Doc, Unique> {
        @Override
        public TextKey key(Doc doc) {
            return new TextKey(Unique.crc(doc.text()), doc.text());
        }

        @Override
        public void process(TextKey key, Dataset<Doc> group, Output<Unique> out) {
            out.add(new Unique(group.iterator().next().id(), key.crc(), key.text()));
        }
    }
}
