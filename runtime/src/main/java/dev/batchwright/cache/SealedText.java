package dev.batchwright.cache;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * JSON objects whose last field is the CRC-32C of all bytes before the comma that leads to it. An object without it is taken as it
 * is: one of an earlier version, or written by hand. A single byte that changes is found in any case, since within the field it
 * leaves the rest as it was.
 */
final class SealedText {

    /** Longer than any seal, so that no more needs to be looked at. */
    private static final int TAIL_BYTES = 128;

    private static final Pattern SEAL = Pattern.compile(",\\s*\"checksum\" : \"crc32c:([0-9a-f]{8})\"\\s*}\\s*$");

    private SealedText() {}

    /** Adds the checksum to an object that has a field at least. */
    static byte[] seal(byte[] object) {
        int end = object.length - 1; // the closing brace
        while (object[end - 1] <= ' ') {
            end--;
        }
        String seal = ",%n  \"checksum\" : \"crc32c:%08x\"%n}".formatted(checksum(object, end));
        byte[] added = seal.getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = new byte[end + added.length];
        System.arraycopy(object, 0, sealed, 0, end);
        System.arraycopy(added, 0, sealed, end, added.length);
        return sealed;
    }

    /** Whether the object is what was sealed, or has no checksum. */
    static boolean isIntact(byte[] object) {
        int from = Math.max(0, object.length - TAIL_BYTES);
        String tail = new String(object, from, object.length - from, StandardCharsets.ISO_8859_1);
        Matcher seal = SEAL.matcher(tail);
        return !seal.find() || Integer.parseUnsignedInt(seal.group(1), 16) == checksum(object, from + seal.start());
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
