package dev.batchwright.samples.everykind.encrypted;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The cipher: AES, which encrypts a counter, which follows from the position. */
final class CounterMode {

    static final int NONCE_LENGTH = 8;

    private static final int BLOCK = 16;

    /** A real one comes from where the operating people keep their secrets. */
    private static final String KEY = System.getProperty("example.key", "000102030405060708090a0b0c0d0e0f");

    private CounterMode() {}

    /** The cipher for the bytes from a position on; the same encrypts and decrypts. */
    static Cipher at(byte[] nonce, long position) {
        byte[] counter =
                ByteBuffer.allocate(BLOCK).put(nonce).putLong(position / BLOCK).array();
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(HexFormat.of().parseHex(KEY), "AES"),
                    new IvParameterSpec(counter));
            cipher.update(new byte[(int) (position % BLOCK)]);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES in counter mode", e);
        }
    }
}
