package dev.batchwright.benchmarks.chain;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.batchwright.benchmarks.avro.AvroReader;
import dev.batchwright.benchmarks.avro.AvroRowTypes;
import dev.batchwright.benchmarks.avro.AvroRows;
import dev.batchwright.benchmarks.avro.AvroWriter;
import dev.batchwright.benchmarks.rows.Embedding;
import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.benchmarks.text.TextFeatures;
import dev.batchwright.benchmarks.text.Tokens;
import dev.batchwright.shard.CompressionSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;

/**
 * The work as one would write it with what there is: Jackson's data binding reads, the same functions do the work, parquet-avro writes,
 * with zstd at the level that the engine uses. One file for each step whose rows are kept. It cannot resume, and uses one thread.
 */
final class JacksonAvroLoop {

    private static final String READ = "read.parquet";
    private static final String NORMALISED = "normalised.parquet";
    private static final String LONG = "long.parquet";
    private static final String FEATURES = "features.parquet";
    private static final String VECTORS = "vectors.parquet";

    private final Path input;
    private final int minTokens;
    private final Path output;

    JacksonAvroLoop(Path input, int minTokens, Path output) {
        this.input = input;
        this.minTokens = minTokens;
        this.output = output;
    }

    /** Keeps the last rows only. */
    void run() throws IOException {
        try (MappingIterator<Doc> in = docs();
                AvroWriter<TextFeatures> out = write(FEATURES, AvroRowTypes.features())) {
            while (in.hasNextValue()) {
                Doc clean = in.nextValue().normalised();
                if (Tokens.count(clean.text()) >= minTokens) {
                    out.add(TextFeatures.of(clean));
                }
            }
        }
    }

    /** Keeps the rows after each step. */
    void runKeepingAll() throws IOException {
        try (MappingIterator<Doc> in = docs();
                AvroWriter<Doc> read = write(READ, AvroRowTypes.docs());
                AvroWriter<Doc> normalised = write(NORMALISED, AvroRowTypes.docs());
                AvroWriter<Doc> kept = write(LONG, AvroRowTypes.docs());
                AvroWriter<TextFeatures> out = write(FEATURES, AvroRowTypes.features())) {
            while (in.hasNextValue()) {
                Doc doc = in.nextValue();
                read.add(doc);
                Doc clean = doc.normalised();
                normalised.add(clean);
                if (Tokens.count(clean.text()) >= minTokens) {
                    kept.add(clean);
                    out.add(TextFeatures.of(clean));
                }
            }
        }
    }

    /** Keeps vectors, and reads them all back. */
    VectorSum runVectors() throws IOException {
        try (MappingIterator<Doc> in = docs();
                AvroWriter<Embedding> out = write(VECTORS, AvroRowTypes.embeddings())) {
            while (in.hasNextValue()) {
                out.add(Embedding.of(in.nextValue().id()));
            }
        }
        VectorSum sum = new VectorSum();
        try (AvroReader<Embedding> in = read(VECTORS, AvroRowTypes.embeddings())) {
            for (Embedding row = in.next(); row != null; row = in.next()) {
                sum.add(row);
            }
        }
        return sum;
    }

    private MappingIterator<Doc> docs() throws IOException {
        return new JsonMapper().readerFor(Doc.class).readValues(input.toFile());
    }

    private <T> AvroWriter<T> write(String file, AvroRows<T> rows) throws IOException {
        Files.createDirectories(output);
        return new AvroWriter<>(new LocalOutputFile(output.resolve(file)), rows, CompressionSetting.ZSTD);
    }

    private <T> AvroReader<T> read(String file, AvroRows<T> rows) throws IOException {
        return new AvroReader<>(new LocalInputFile(output.resolve(file)), rows);
    }

    /** Opens what {@link #run} has kept. */
    AvroReader<TextFeatures> features() throws IOException {
        return read(FEATURES, AvroRowTypes.features());
    }
}
