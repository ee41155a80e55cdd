package dev.batchwright.benchmarks.chain;

import dev.batchwright.benchmarks.rows.Embedding;
import dev.batchwright.benchmarks.text.Checksum;
import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.benchmarks.text.TextFeatures;
import dev.batchwright.benchmarks.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What nobody can leave out: the text of a line becomes a string, the functions are called, and what is kept is compressed, by the
 * bare compressor. There is no parser (the texts stand at a known place), there are no rows, no columns, no formats, no files that
 * could be read back but by this class. What it takes is a bound from below to what any contender can take in a JVM of its own.
 */
final class LeastWork {

    private static final String KEPT = "kept.zst";

    private final Path input;
    private final int minTokens;
    private final Path output;

    LeastWork(Path input, int minTokens, Path output) {
        this.input = input;
        this.minTokens = minTokens;
        this.output = output;
    }

    /** Keeps the last texts only. */
    Outcome run() throws IOException {
        Checksum checksum = new Checksum();
        try (DocLines lines = new DocLines(input);
                ZstdBlocks kept = create(KEPT)) {
            while (lines.next()) {
                Doc clean = normalised(lines);
                if (Tokens.count(clean.text()) >= minTokens) {
                    TextFeatures features = TextFeatures.of(clean);
                    kept.add(features.text());
                    checksum.add(features);
                }
            }
        }
        return Outcome.of(checksum);
    }

    /** Keeps the texts after each step. */
    Outcome runKeepingAll() throws IOException {
        Checksum checksum = new Checksum();
        try (DocLines lines = new DocLines(input);
                ZstdBlocks read = create("read.zst");
                ZstdBlocks normalised = create("normalised.zst");
                ZstdBlocks kept = create("long.zst");
                ZstdBlocks last = create(KEPT)) {
            while (lines.next()) {
                lines.copyText(read);
                Doc clean = normalised(lines);
                normalised.add(clean.text());
                if (Tokens.count(clean.text()) >= minTokens) {
                    kept.add(clean.text());
                    TextFeatures features = TextFeatures.of(clean);
                    last.add(features.text());
                    checksum.add(features);
                }
            }
        }
        return Outcome.of(checksum);
    }

    /** Keeps vectors, and reads them all back. */
    Outcome runVectors() throws IOException {
        try (DocLines lines = new DocLines(input);
                ZstdBlocks kept = create(KEPT)) {
            while (lines.next()) {
                kept.add(Embedding.of(lines.number()).vector());
            }
        }
        VectorSum sum = new VectorSum();
        ZstdBlocks.read(output.resolve(KEPT), vector -> sum.add(new Embedding(0, vector)));
        return Outcome.of(sum);
    }

    private static Doc normalised(DocLines lines) {
        return new Doc(lines.number(), "", "", lines.text()).normalised();
    }

    private ZstdBlocks create(String file) throws IOException {
        Files.createDirectories(output);
        return new ZstdBlocks(output.resolve(file));
    }
}
