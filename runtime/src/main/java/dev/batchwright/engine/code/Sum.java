package dev.batchwright.engine.code;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A SHA-256 over numbers, bytes and other sums. It knows no ends: what is added in varying numbers has its count added before, so that
 * different contents never make the same bytes.
 */
final class Sum {

    /** The sum of nothing, where something may be absent. */
    static final byte[] NONE = new byte[32];

    private final MessageDigest digest;
    private final ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);

    Sum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    Sum number(int value) {
        digest.update(number.putInt(0, value).array());
        return this;
    }

    Sum sum(byte[] other) {
        digest.update(other);
        return this;
    }

    /** Adds how many bytes there are, and the bytes. */
    Sum bytes(byte[] array, int from, int length) {
        number(length);
        digest.update(array, from, length);
        return this;
    }

    byte[] done() {
        return digest.digest();
    }
}
