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

    CacheJson(CacheFiles files) {
        this.files = files;
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
            return MAPPER.readValue(text, type);
        } catch (NoSuchFileException e) {
            return null;
        } catch (JacksonException e) {
            throw new CacheException(
                    name + " of the cache is not readable: " + e.getOriginalMessage()
                            + ". Restore the file, or remove the cache directory to compute everything again.",
                    e);
        }
    }

    /** Replaces a file as a whole: a reader meets the old text or the new one. */
    void replace(Path file, Object value) throws IOException {
        byte[] text = MAPPER.writeValueAsBytes(value);
        Durably.replace(files, file, out -> out.write(text));
    }
}
