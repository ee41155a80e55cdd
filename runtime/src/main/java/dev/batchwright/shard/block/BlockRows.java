package dev.batchwright.shard.block;

import dev.batchwright.CorruptShardException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a block as they are encoded.
 *
 * @param file how messages call the file
 * @param offset where the block begins in the file
 * @param data holds the rows from its first byte on; may be longer
 * @param length the length of all rows
 * @param rows how many rows there are
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the bytes are the point.
public record BlockRows(String file, long offset, byte[] data, int length, int rows) {

    CorruptShardException corrupt(int position, String what, @Nullable Throwable cause) {
        return Damage.of(
                file, "in the block at byte " + offset + ", before byte " + position + " of its rows, " + what, cause);
    }
}
