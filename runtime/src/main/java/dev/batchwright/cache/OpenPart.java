package dev.batchwright.cache;

import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.choice.PartEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A part on its way to the cache: not begun, being written to a temporary file, or written and not yet visible. Used by one thread.
 *
 * @param <T> the rows
 */
final class OpenPart<T> implements AutoCloseable {

    private final CacheFiles files;
    private final PartEncoding encoding;
    private final ShardSerializer<T> serializer;
    private @Nullable PartWriter<T> writer;
    private @Nullable Path temporary;

    OpenPart(CacheFiles files, PartEncoding encoding, ShardSerializer<T> serializer) {
        this.files = files;
        this.encoding = encoding;
        this.serializer = serializer;
    }

    /**
     * What writes the part, which begins if it has not.
     *
     * @param file gives the temporary file
     * @param through sees the bytes of the file
     */
    PartWriter<T> writer(Supplier<Path> file, UnaryOperator<OutputStream> through) throws IOException {
        PartWriter<T> known = writer;
        if (known != null) {
            return known;
        }
        Path name = file.get();
        OutputStream bytes = through.apply(files.create(name));
        temporary = name;
        try {
            PartWriter<T> begun = write(bytes);
            writer = begun;
            return begun;
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** Writes rows in the encoding of the part to another place. */
    PartWriter<T> write(OutputStream bytes) throws IOException {
        return encoding.format().write(bytes, serializer, encoding.compression());
    }

    /** What writes the part, if it has begun and not ended. */
    @Nullable
    PartWriter<T> writer() {
        return writer;
    }

    /** The temporary file, where there is one. */
    @Nullable
    Path temporary() {
        return temporary;
    }

    /** Says that the part was written, and the writer closed. */
    void ended() {
        writer = null;
    }

    /** Says that the file is visible, and so no temporary one any more. */
    void isVisible() {
        temporary = null;
    }

    /** Gives up what is not visible. */
    @Override
    public void close() throws IOException {
        PartWriter<T> open = writer;
        Path unfinished = temporary;
        writer = null;
        temporary = null;
        try {
            if (open != null) {
                open.close();
            }
        } finally {
            if (unfinished != null) {
                files.delete(unfinished);
            }
        }
    }
}
