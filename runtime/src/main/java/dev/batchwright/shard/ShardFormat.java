package dev.batchwright.shard;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A file format of parts. Found as a service; has no state and may be used by several threads at once. */
public interface ShardFormat {

    /**
     * The name that {@code @Step(format = …)} uses.
     *
     * @return the name, in lower case
     */
    String name();

    /**
     * What the names of part files end in.
     *
     * @return the extension without a dot
     */
    String extension();

    /**
     * Which compressions this format can be written with. One that it does not support is refused before anything is written.
     *
     * @param compression a compression and its level
     * @return true for none, LZ4 and Zstandard, unless overridden
     */
    default boolean supports(CompressionSetting compression) {
        return compression.codec() != CompressionSetting.Codec.SNAPPY;
    }

    /**
     * Begins a part.
     *
     * @param out takes the bytes of the file from its first byte on; closed with the writer
     * @param serializer the serializer of the rows
     * @param compression how the rows are compressed
     * @param <T> the rows
     * @return the writer
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if this format does not support the compression
     */
    <T> PartWriter<T> write(OutputStream out, ShardSerializer<T> serializer, CompressionSetting compression)
            throws IOException;

    /**
     * Opens a part and reads its footer.
     *
     * @param in the file; closed with the reader
     * @param serializer the serializer of the rows
     * @param <T> the rows
     * @return the reader
     * @throws IOException if the file cannot be read
     * @throws dev.batchwright.CorruptShardException if it is not a whole part of this format with this schema
     */
    <T> PartReader<T> read(PartInput in, ShardSerializer<T> serializer) throws IOException;

    /**
     * Opens a part whose decoded columns may be kept in memory. A format that does not keep any reads from the file each time.
     *
     * @param in the file; closed with the reader
     * @param serializer the serializer of the rows
     * @param reads where decoded columns are kept, and where reads are counted
     * @param <T> the rows
     * @return the reader
     * @throws IOException if the file cannot be read
     * @throws dev.batchwright.CorruptShardException if it is not a whole part of this format with this schema
     */
    default <T> PartReader<T> read(PartInput in, ShardSerializer<T> serializer, ColumnReads reads) throws IOException {
        return read(in, serializer);
    }

    /**
     * Reads nothing but the footer of a part.
     *
     * @param in the file; not closed
     * @return the footer
     * @throws IOException if the file cannot be read
     * @throws dev.batchwright.CorruptShardException if it is not a whole part of this format
     */
    PartFooter readFooter(PartInput in) throws IOException;

    /**
     * Looks whether all of a part is as it was written, in memory that does not grow with the part. A format whose files carry
     * checksums decodes nothing for that. Unless overridden, all rows are read where a serializer is given that fits them, and nothing
     * but the footer where none is.
     *
     * @param in the file; not closed
     * @param serializer the serializer of the rows, or null if it is not known
     * @param <T> the rows
     * @return what was found
     * @throws IOException if the file cannot be read
     * @throws dev.batchwright.CorruptShardException if it is not a whole part of this format, so that it cannot be said which rows are
     *     damaged
     */
    default <T> PartCheck check(PartInput in, @Nullable ShardSerializer<T> serializer) throws IOException {
        PartFooter footer = readFooter(in);
        return serializer == null || !serializer.schema().hash().equals(footer.schemaHash())
                ? PartCheck.ofFooter(footer)
                : CheckByReading.of(this, in, footer, serializer);
    }
}
