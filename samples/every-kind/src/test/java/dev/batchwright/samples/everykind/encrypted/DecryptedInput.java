package dev.batchwright.samples.everykind.encrypted;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** What a file holds after its nonce, decrypted where it is read. */
final class DecryptedInput implements PartInput {

    private final PartInput file;
    private final byte[] nonce;

    private DecryptedInput(PartInput file, byte[] nonce) {
        this.file = file;
        this.nonce = nonce;
    }

    static DecryptedInput open(PartInput file) throws IOException {
        if (file.length() < CounterMode.NONCE_LENGTH) {
            throw new CorruptShardException(
                    file.name()
                            + " is damaged: it is shorter than a nonce. A run with RunOptions.verify(true) makes it again.",
                    null);
        }
        byte[] nonce = new byte[CounterMode.NONCE_LENGTH];
        file.readFully(0, nonce, 0, nonce.length);
        return new DecryptedInput(file, nonce);
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public long length() throws IOException {
        return file.length() - CounterMode.NONCE_LENGTH;
    }

    @Override
    public void readFully(long position, byte[] into, int offset, int count) throws IOException {
        file.readFully(CounterMode.NONCE_LENGTH + position, into, offset, count);
        try {
            CounterMode.at(nonce, position).update(into, offset, count, into, offset);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stream of bytes can be decrypted into its own place", e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
