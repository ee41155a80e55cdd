package dev.batchwright.cache;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.batchwright.CacheException;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads and replaces the metadata files of a cache. */
final class CacheJson {

    /** Metadata never grows with the data; a larger file is not ours. */
    private static final long MAX_BYTES = 64L << 20;

    /** One for all: what it learns of a record costs more than reading most files. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final CacheFiles files;
    private final Unreadable unreadable;

    CacheJson(CacheFiles files) {
        this(files, Unreadable.REFUSED);
    }

    CacheJson(CacheFiles files, Unreadable unreadable) {
        this.files = files;
        this.unreadable = unreadable;
    }

    /** What becomes of files that are there and cannot be read. */
    interface Unreadable {

        /** The reader is told, and nothing changes. */
        Unreadable REFUSED = (file, failure) -> {
            throw failure;
        };

        /** Removes the file, so that it counts as missing and is made anew; or throws the failure. */
        void met(Path file, CacheException failure) throws IOException;
    }

    /** Reads a file, or gives null where there is none. */
    <T> @Nullable T read(Path file, String name, Class<T> type) throws IOException {
        try (PartInput in = files.open(file, name)) {
            long length = in.length();
            if (length > MAX_BYTES) {
                throw new CacheException(name + " has " + length + " bytes, too many for a metadata file.", null);
            }
            byte[] text = new byte[(int) length];
            in.readFully(0, text, 0, text.length);
            if (SealedText.isIntact(text)) {
                return MAPPER.readValue(text, type);
            }
            unreadable.met(file, damaged(name, "it does not match its checksum", null));
            return null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (JacksonException e) {
            unreadable.met(file, damaged(name, e.getOriginalMessage(), e));
            return null;
        }
    }

    private static CacheException damaged(String name, String how, @Nullable JacksonException cause) {
        return new CacheException(
                name + " of the cache is not readable: " + how
                        + ". Restore the file, or run with RunOptions.verify(true), which makes it anew and"
                        + " computes what is then unknown again.",
                cause);
    }

    /** Replaces a file as a whole: a reader meets the old text or the new one. */
    void replace(Path file, Object value) throws IOException {
        byte[] text = SealedText.seal(MAPPER.writeValueAsBytes(value));
        Durably.replace(files, file, out -> out.write(text));
    }
}
