package dev.batchwright.shard.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Makes the checksums of a changed part fit again, as far as it can still be told where they are. */
public final class ParquetForger {

    private ParquetForger() {}

    /** Seals the footer; and of a part whose pages can still be found, changes one in addition, so that its checksum fits as well. */
    public static byte[] seal(byte[] part) {
        byte[] sealed = part.clone();
        if (sealed.length < 12) {
            return sealed;
        }
        int footerEnd = sealed.length - FileTail.END;
        int footerLength =
                ByteBuffer.wrap(sealed).order(ByteOrder.LITTLE_ENDIAN).getInt(footerEnd);
        if (footerLength <= 0 || footerLength > footerEnd) {
            return sealed;
        }
        long length = FileTail.length(Arrays.copyOfRange(sealed, footerEnd - footerLength, footerEnd));
        if (length <= 0 || length > footerEnd) {
            return sealed;
        }
        int start = footerEnd - (int) length;
        damagePage(sealed, start);
        byte[] tail = Arrays.copyOfRange(sealed, start, footerEnd);
        byte[] key = FileTail.KEY.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = tail.length - key.length - 2 - FileTail.BLANK.length(); at >= 0; at--) {
            if (Arrays.equals(tail, at, at + key.length, key, 0, key.length)) {
                Arrays.fill(tail, at + key.length + 2, at + key.length + 2 + FileTail.BLANK.length(), (byte) '0');
                System.arraycopy(FileTail.sealed(tail), 0, sealed, start, tail.length);
                return sealed;
            }
        }
        // The mutation has changed how long the tail says it is, so that the place for the checksum lies outside of it.
        return sealed;
    }

    private static void damagePage(byte[] part, int end) {
        try {
            PageForger.damageOne(part, end, new Random(part.length));
        } catch (IOException | RuntimeException e) {
            // The mutation has destroyed the way from page to page; the footer is enough then.
            return;
        }
    }
}
