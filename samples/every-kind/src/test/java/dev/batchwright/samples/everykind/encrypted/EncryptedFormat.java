package dev.batchwright.samples.everykind.encrypted;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import javax.crypto.CipherOutputStream;

/**
 * Parts that only those can read who have the key: Parquet parts, of which each byte is encrypted. A file begins with a random nonce;
 * what follows is encrypted with AES in counter mode, so that a reader can begin anywhere, as one of columns must.
 *
 * <p>The checksums within find damage. They do not find a change by somebody who means to deceive: that would take a signature.
 */
public final class EncryptedFormat implements ShardFormat {

    private final SecureRandom random = new SecureRandom();

    @Override
    public String name() {
        return "encrypted";
    }

    @Override
    public String extension() {
        return "aes";
    }

    @Override
    public boolean supports(CompressionSetting compression) {
        return inner().supports(compression);
    }

    @Override
    public <T> PartWriter<T> write(OutputStream out, ShardSerializer<T> serializer, CompressionSetting compression)
            throws IOException {
        byte[] nonce = new byte[CounterMode.NONCE_LENGTH];
        random.nextBytes(nonce);
        out.write(nonce);
        return inner().write(new CipherOutputStream(out, CounterMode.at(nonce, 0)), serializer, compression);
    }

    @Override
    public <T> PartReader<T> read(PartInput in, ShardSerializer<T> serializer) throws IOException {
        return inner().read(DecryptedInput.open(in), serializer);
    }

    @Override
    public PartFooter readFooter(PartInput in) throws IOException {
        return inner().readFooter(DecryptedInput.open(in));
    }

    /** Looked up when it is needed: while formats are being found, this one is not complete. */
    private static ShardFormat inner() {
        return ShardFormats.load().named("parquet");
    }
}
