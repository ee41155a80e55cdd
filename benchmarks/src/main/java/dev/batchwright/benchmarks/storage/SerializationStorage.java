package dev.batchwright.benchmarks.storage;

import dev.batchwright.shard.CompressionSetting;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.function.ToLongFunction;

/** Java serialization. The stream forgets what it has seen now and then, for it would hold every row otherwise. */
final class SerializationStorage<T> implements Storage<T> {

    private static final int ROWS_TO_REMEMBER = 1000;

    private final Class<T> type;
    private final CompressionSetting compression;

    SerializationStorage(Class<T> type, CompressionSetting compression) {
        this.type = type;
        this.compression = compression;
    }

    @Override
    public void write(List<T> rows, MemoryFile file) throws Exception {
        try (ObjectOutputStream out = new ObjectOutputStream(JacksonStorage.compressed(file.output(), compression))) {
            out.writeInt(rows.size());
            int remembered = 0;
            for (T row : rows) {
                out.writeObject(row);
                if (++remembered == ROWS_TO_REMEMBER) {
                    out.reset();
                    remembered = 0;
                }
            }
        }
    }

    @Override
    public long read(MemoryFile file, ToLongFunction<T> digest) throws Exception {
        long sum = 0;
        try (ObjectInputStream in = new ObjectInputStream(JacksonStorage.decompressed(file.input(), compression))) {
            for (int left = in.readInt(); left > 0; left--) {
                sum += digest.applyAsLong(type.cast(in.readObject()));
            }
        }
        return sum;
    }
}
