package dev.batchwright.shard.parquet;

import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ChannelPartInput;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a part of 64 MiB and reads it: what {@link SmallHeapTest} runs in a process with little memory. */
final class SmallHeap {

    private static final long BYTES = 64 << 20;
    private static final int ROWS_AT_ONCE = 500;

    private SmallHeap() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        CompressionSetting compression = CompressionSetting.parse(arguments[2]);
        if (arguments[1].equals("text")) {
            Field<String> column =
                    Field.of("text", ScalarType.STRING, ValueWriter::writeString, ValueReader::readString);
            run(file, ColumnsSerializer.of(column), compression, SmallHeap::text);
        } else {
            Field<float[]> column = Field.of(
                    "vector", new ArrayType(ScalarType.FLOAT), ValueWriter::writeFloats, ValueReader::readFloats);
            run(file, ColumnsSerializer.of(column), compression, SmallHeap::vector);
        }
    }

    private static void run(
            Path path, ColumnsSerializer serializer, CompressionSetting compression, Function<Random, Object> value)
            throws IOException {
        long rows = 0;
        try (PartWriter<List<@Nullable Object>> writer = new ParquetFormat()
                .write(new BufferedOutputStream(Files.newOutputStream(path)), serializer, compression)) {
            Random random = new Random(1);
            while (writer.encodedBytes() < BYTES) {
                List<List<@Nullable Object>> some = new ArrayList<>();
                for (int i = 0; i < ROWS_AT_ONCE; i++) {
                    some.add(List.of(value.apply(random)));
                }
                writer.write(some);
                rows += ROWS_AT_ONCE;
            }
            writer.finish(PartBytes.footer(serializer, compression, rows));
        }
        long read = 0;
        try (PartReader<List<@Nullable Object>> reader =
                new ParquetFormat().read(new ChannelPartInput(FileChannel.open(path), "file"), serializer)) {
            while (reader.next() != null) {
                read++;
            }
        }
        if (read != rows) {
            throw new IllegalStateException(rows + " rows were written, and " + read + " came back");
        }
    }

    /** A kilobyte that does not compress to nothing. */
    private static String text(Random random) {
        byte[] letters = new byte[1024];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) (' ' + random.nextInt(90));
        }
        return new String(letters, StandardCharsets.US_ASCII);
    }

    private static float[] vector(Random random) {
        float[] vector = new float[384];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = random.nextFloat();
        }
        return vector;
    }
}
