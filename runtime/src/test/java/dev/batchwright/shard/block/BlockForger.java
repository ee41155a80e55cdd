package dev.batchwright.shard.block;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes the checksums of a changed part fit again, as far as it can still be told where they are. */
public final class BlockForger {

    private BlockForger() {}

    /** Seals blocks and footer. */
    public static byte[] seal(byte[] part) {
        byte[] sealed = part.clone();
        ByteBuffer bytes = ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN);
        int trailer = sealed.length - 2 * Integer.BYTES - BlockLayout.MAGIC_LENGTH;
        if (trailer < BlockLayout.MAGIC_LENGTH) {
            return sealed;
        }
        int json = bytes.getInt(trailer);
        int end = json >= 0 && json <= trailer - BlockLayout.MAGIC_LENGTH ? trailer - json : trailer;
        for (int at = BlockLayout.MAGIC_LENGTH; at + BlockHeader.BYTES <= end; ) {
            int stored = bytes.getInt(at + Integer.BYTES);
            int body = at + BlockHeader.BYTES;
            if (stored < 0 || stored > end - body) {
                break;
            }
            bytes.putInt(at + 3 * Integer.BYTES, BlockHeader.checksum(sealed, body, stored));
            bytes.putInt(at + 4 * Integer.BYTES, BlockHeader.checksum(sealed, at, 4 * Integer.BYTES));
            at = body + stored;
        }
        bytes.putInt(trailer + Integer.BYTES, BlockHeader.checksum(sealed, end, trailer - end));
        return sealed;
    }
}
