package dev.batchwright.benchmarks.keyed;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.batchwright.benchmarks.avro.AvroReader;
import dev.batchwright.benchmarks.avro.AvroWriter;
import dev.batchwright.benchmarks.text.Doc;
import dev.batchwright.shard.CompressionSetting;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;

/**
 * The same by hand: rows go to 64 files by their CRC, and each file fits into a map. Whoever writes it has to know that; one text that
 * comes often enough, and it does not fit.
 */
final class BucketLoop {

    private static final int BUCKETS = 64;
    private static final String UNIQUE = "unique.parquet";

    private final Path input;
    private final Path output;

    BucketLoop(Path input, Path output) {
        this.input = input;
        this.output = output;
    }

    void run() throws IOException {
        Files.createDirectories(output);
        spread();
        try (AvroWriter<Unique> out = new AvroWriter<>(
                new LocalOutputFile(output.resolve(UNIQUE)), UniqueAvro.rows(), CompressionSetting.ZSTD)) {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                Path file = output.resolve("bucket-" + bucket);
                deduplicate(file, out);
                Files.delete(file);
            }
        }
    }

    private void spread() throws IOException {
        List<DataOutputStream> buckets = new ArrayList<>();
        try (MappingIterator<Doc> docs = new JsonMapper().readerFor(Doc.class).readValues(input.toFile())) {
            for (int bucket = 0; bucket < BUCKETS; bucket++) {
                buckets.add(new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(output.resolve("bucket-" + bucket)), 1 << 16)));
            }
            while (docs.hasNextValue()) {
                Doc doc = docs.nextValue();
                byte[] text = doc.text().getBytes(StandardCharsets.UTF_8);
                DataOutputStream bucket = buckets.get((int) (Unique.crc(doc.text()) % BUCKETS));
                bucket.writeLong(doc.id());
                bucket.writeInt(text.length);
                bucket.write(text);
            }
        } finally {
            for (DataOutputStream bucket : buckets) {
                bucket.close();
            }
        }
    }

    private static void deduplicate(Path file, AvroWriter<Unique> out) throws IOException {
        Map<String, Long> seen = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            while (true) {
                long id;
                try {
                    id = in.readLong();
                } catch (EOFException e) {
                    break;
                }
                seen.putIfAbsent(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8), id);
            }
        }
        for (Map.Entry<String, Long> entry : seen.entrySet()) {
            out.add(new Unique(entry.getValue(), Unique.crc(entry.getKey()), entry.getKey()));
        }
    }

    /** Opens what {@link #run} has kept. */
    AvroReader<Unique> unique() throws IOException {
        return new AvroReader<>(new LocalInputFile(output.resolve(UNIQUE)), UniqueAvro.rows());
    }
}
