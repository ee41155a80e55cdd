package dev.batchwright.benchmarks.storage;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.batchwright.benchmarks.rows.Payment;
import dev.batchwright.shard.CompressionSetting;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.ToLongFunction;
import org.msgpack.jackson.dataformat.JsonArrayFormat;
import org.msgpack.jackson.dataformat.MessagePackFactory;

/** Jackson's data binding, one value after the other: JSON lines, or MessagePack with records as arrays, which are short. */
final class JacksonStorage<T> implements Storage<T> {

    private static final int BUFFER = 1 << 16;

    private final Class<T> type;
    private final ObjectWriter writer;
    private final ObjectReader reader;
    private final CompressionSetting compression;
    private int written;

    private JacksonStorage(Class<T> type, ObjectWriter writer, ObjectReader reader, CompressionSetting compression) {
        this.type = type;
        this.writer = writer;
        this.reader = reader;
        this.compression = compression;
    }

    static <T> Storage<T> jsonLines(Class<T> type, CompressionSetting compression) {
        ObjectMapper mapper = configured(new JsonMapper());
        return new JacksonStorage<>(
                type, mapper.writerFor(type).withRootValueSeparator("\n"), mapper.readerFor(type), compression);
    }

    static <T> Storage<T> messagePack(Class<T> type, CompressionSetting compression) {
        ObjectMapper mapper = configured(new ObjectMapper(new MessagePackFactory()));
        mapper.setAnnotationIntrospector(new JsonArrayFormat());
        return new JacksonStorage<>(type, mapper.writerFor(type), mapper.readerFor(type), compression);
    }

    private static ObjectMapper configured(ObjectMapper mapper) {
        return mapper.addMixIn(Payment.class, PaymentTypes.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Payment.Card.class, name = "card"),
        @JsonSubTypes.Type(value = Payment.Transfer.class, name = "transfer"),
        @JsonSubTypes.Type(value = Payment.Voucher.class, name = "voucher")
    })
    private interface PaymentTypes {}

    @Override
    public void write(List<T> rows, MemoryFile file) throws Exception {
        try (SequenceWriter out = writer.writeValues(compressed(file.output(), compression))) {
            for (T row : rows) {
                out.write(row);
            }
        }
        written = rows.size();
    }

    @Override
    public long read(MemoryFile file, ToLongFunction<T> digest) throws Exception {
        long sum = 0;
        // Not readValues(), which would take a record that is an array for a list of records. And the parser of
        // MessagePack throws
        // at the end of the file.
        try (JsonParser in = reader.createParser(decompressed(file.input(), compression))) {
            for (int left = written; left > 0; left--) {
                in.nextToken();
                sum += digest.applyAsLong(reader.readValue(in, type));
            }
        }
        return sum;
    }

    /** A stream as one would put it around a file. */
    static OutputStream compressed(OutputStream file, CompressionSetting compression) throws IOException {
        OutputStream out =
                compression.equals(CompressionSetting.NONE) ? file : new ZstdOutputStream(file, compression.level());
        return new UnflushedOutput(new BufferedOutputStream(out, BUFFER));
    }

    static InputStream decompressed(InputStream file, CompressionSetting compression) throws IOException {
        InputStream in = compression.equals(CompressionSetting.NONE) ? file : new ZstdInputStream(file);
        return new BufferedInputStream(in, BUFFER);
    }
}
