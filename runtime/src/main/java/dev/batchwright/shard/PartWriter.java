package dev.batchwright.shard;

import java.io.IOException;
import java.util.List;

/**
 * Writes one part. Used by one thread.
 *
 * @param <T> the rows
 */
public interface PartWriter<T> extends AutoCloseable {

    /**
     * Adds rows. Callers hand over some hundreds or thousands at once, so that columns can be encoded one after the other.
     *
     * @param rows the rows; they may be reused for others after the call
     * @throws IOException if the file cannot be written
     * @throws dev.batchwright.InvalidRowException if a row cannot be stored; the part is then unusable
     */
    void write(List<T> rows) throws IOException;

    /**
     * The size of the part so far. It depends on nothing but the rows and the calls of {@link #write}.
     *
     * @return encoded bytes, in the file and still held
     */
    long encodedBytes();

    /**
     * The memory that the part takes now, besides the rows that are being handed over: what is encoded and not in the file yet, and the
     * buffers for that, on the heap and outside of it.
     *
     * @return bytes; 0 unless overridden
     */
    default long heldBytes() {
        return 0;
    }

    /**
     * Writes encoded rows to the file that would else wait there for others, so that their memory is free. The rows stay the same; the
     * bytes of the file become others. Does nothing unless overridden.
     *
     * @throws IOException if the file cannot be written
     */
    default void relieve() throws IOException {}

    /**
     * Writes what is still held of the rows, so that nothing but the footer is to come. The bytes up to here depend on nothing but
     * the rows and the calls of {@link #write}; by them the same rows are known again.
     *
     * @throws IOException if the file cannot be written
     */
    void endRows() throws IOException;

    /**
     * Writes what is still held and the footer. The part is then whole, though not yet visible.
     *
     * @param footer what the part is; its rows must be the number of rows written
     * @throws IOException if the file cannot be written
     */
    void finish(PartFooter footer) throws IOException;

    /** Closes the file and frees all buffers, whether the part was finished or not. */
    @Override
    void close() throws IOException;
}
