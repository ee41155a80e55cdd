package dev.batchwright.benchmarks.chain;

import dev.batchwright.RowReader;
import dev.batchwright.Split;
import dev.batchwright.annotation.Format;
import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.benchmarks.text.DocShardSerializer;
import dev.batchwright.benchmarks.text.TextFeatures;
import dev.batchwright.benchmarks.text.TextFeaturesShardSerializer;
import dev.batchwright.benchmarks.text.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The chain as one would write it without an engine: a loop over the same reader, the same functions and the same part writers. It
 * cannot resume, checks nothing, and uses one thread.
 */
final class HandWrittenLoop {

    static final String READ = "read-docs";
    static final String NORMALISED = "normalise";
    static final String LONG = "keep-long";
    static final String FEATURES = "compute-features";

    private final TextChain.ReadDocs docs;
    private final int minTokens;
    private final Path output;

    HandWrittenLoop(Path input, int minTokens, Path output) {
        this.docs = new TextChain.ReadDocs(input);
        this.minTokens = minTokens;
        this.output = output;
    }

    /** Keeps the last rows only. */
    void run() throws Exception {
        Path features = Files.createDirectories(output.resolve(FEATURES));
        List<Split> splits = docs.splits();
        for (int i = 0; i < splits.size(); i++) {
            try (RowReader<Doc> in = docs.open(splits.get(i), 0);
                    PartFile<TextFeatures> out = features(features, i)) {
                long rows = 0;
                for (Doc doc = in.next(); doc != null; doc = in.next()) {
                    rows++;
                    Doc normalised = doc.normalised();
                    if (Tokens.count(normalised.text()) >= minTokens) {
                        out.add(TextFeatures.of(normalised));
                    }
                }
                out.finish(i, rows);
            }
        }
    }

    /** Keeps the rows after each step, in the formats that the pipeline chooses. */
    void runKeepingAll() throws Exception {
        Path read = Files.createDirectories(output.resolve(READ));
        Path normalised = Files.createDirectories(output.resolve(NORMALISED));
        Path kept = Files.createDirectories(output.resolve(LONG));
        Path features = Files.createDirectories(output.resolve(FEATURES));
        List<Split> splits = docs.splits();
        for (int i = 0; i < splits.size(); i++) {
            try (RowReader<Doc> in = docs.open(splits.get(i), 0);
                    PartFile<Doc> readOut = docs(read, i);
                    PartFile<Doc> normalisedOut = docs(normalised, i);
                    PartFile<Doc> keptOut = docs(kept, i);
                    PartFile<TextFeatures> out = features(features, i)) {
                long rows = 0;
                for (Doc doc = in.next(); doc != null; doc = in.next()) {
                    rows++;
                    readOut.add(doc);
                    Doc clean = doc.normalised();
                    normalisedOut.add(clean);
                    if (Tokens.count(clean.text()) >= minTokens) {
                        keptOut.add(clean);
                        out.add(TextFeatures.of(clean));
                    }
                }
                readOut.finish(i, rows);
                normalisedOut.finish(i, rows);
                keptOut.finish(i, rows);
                out.finish(i, rows);
            }
        }
    }

    private static PartFile<Doc> docs(Path folder, int shard) throws Exception {
        return new PartFile<>(folder, shard, Format.MESSAGE_PACK, DocShardSerializer.INSTANCE);
    }

    private static PartFile<TextFeatures> features(Path folder, int shard) throws Exception {
        return new PartFile<>(folder, shard, Format.PARQUET, TextFeaturesShardSerializer.INSTANCE);
    }
}
