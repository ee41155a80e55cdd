package dev.batchwright.cache;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.FooterJson;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The file that says how far a step without rows has come with a shard: a footer and nothing else. */
final class DoneMark {

    /** Marks are as small as a footer; a larger one is not ours. */
    private static final long MAX_BYTES = 1 << 20;

    private DoneMark() {}

    static void write(PartFooter footer, OutputStream out) throws IOException {
        out.write(FooterJson.write(footer).getBytes(StandardCharsets.UTF_8));
    }

    static PartFooter read(PartInput in) throws IOException {
        long length = in.length();
        if (length > MAX_BYTES) {
            throw new CorruptShardException(in.name() + " is too long for a mark", in.name(), null);
        }
        byte[] text = new byte[(int) length];
        in.readFully(0, text, 0, text.length);
        return FooterJson.read(new String(text, StandardCharsets.UTF_8), in.name());
    }
}
