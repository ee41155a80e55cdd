package dev.batchwright.shard.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The end of a file that this package wrote: page indexes, footer, and a checksum of both, which Parquet itself has none of. The
 * checksum is an entry of the footer's key-value metadata: eight hexadecimal digits for the length of indexes and footer, eight for
 * their CRC32C, taken with zeros in the place of the sixteen.
 *
 * <p>In the file the tail is followed by the length of the footer, four bytes, and the magic number.
 */
final class FileTail {

    static final String KEY = "batchwright.tail";
    static final String BLANK = "0000000000000000";

    /** The length of the footer and the magic number. */
    static final int END = 8;

    private FileTail() {}

    /** Puts the checksum into a tail that was written with a blank one. */
    static byte[] sealed(byte[] tail) {
        int at = indexOfDigits(tail, 0, tail.length);
        if (at < 0) {
            throw new IllegalStateException("The footer was written without a place for its checksum");
        }
        byte[] sealed = tail.clone();
        System.arraycopy(digits(tail), 0, sealed, at, BLANK.length());
        return sealed;
    }

    /**
     * Reads how long the tail is.
     *
     * @param footer the footer's bytes
     * @return its length, or -1 if the file has no checksum
     */
    static long length(byte[] footer) {
        int at = indexOfDigits(footer, 0, footer.length);
        if (at < 0) {
            return -1;
        }
        String digits = new String(footer, at, 8, StandardCharsets.ISO_8859_1);
        try {
            return HexFormat.fromHexDigitsToLong(digits);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    /** Asks whether a whole tail is as it was written. */
    static boolean isIntact(byte[] tail, int footerLength) {
        int at = indexOfDigits(tail, tail.length - footerLength, tail.length);
        if (at < 0) {
            return false;
        }
        byte[] written = Arrays.copyOfRange(tail, at, at + BLANK.length());
        byte[] blank = tail.clone();
        Arrays.fill(blank, at, at + BLANK.length(), (byte) '0');
        return Arrays.equals(written, digits(blank));
    }

    private static byte[] digits(byte[] tail) {
        CRC32C checksum = new CRC32C();
        checksum.update(tail);
        HexFormat hex = HexFormat.of();
        String digits = hex.toHexDigits(tail.length, 8) + hex.toHexDigits(checksum.getValue(), 8);
        return digits.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The entry is one field with the key and one with the value, two bytes apart: the second field's header and length. */
    private static int indexOfDigits(byte[] bytes, int from, int to) {
        byte[] key = KEY.getBytes(StandardCharsets.ISO_8859_1);
        // From the end, since names of columns and steps, which may say anything, come before.
        for (int at = to - key.length - 2 - BLANK.length(); at >= from; at--) {
            if (Arrays.equals(bytes, at, at + key.length, key, 0, key.length)) {
                return at + key.length + 2;
            }
        }
        return -1;
    }
}
