package dev.batchwright.shard.block;

import dev.batchwright.shard.PartFooter;
import java.nio.charset.StandardCharsets;

/**
 * What tells the files of one format from those of another.
 *
 * @param tag seven characters of ASCII, with which a file begins and ends
 * @param title how messages call the format
 */
public record BlockLayout(String tag, String title) {

    static final int MAGIC_LENGTH = 8;

    /** Checks the tag. */
    public BlockLayout {
        if (tag.length() != MAGIC_LENGTH - 1) {
            throw new IllegalArgumentException("The tag '" + tag + "' does not have seven characters");
        }
    }

    /** The tag and the version of the layout. */
    byte[] magic() {
        byte[] magic = new byte[MAGIC_LENGTH];
        System.arraycopy(tag.getBytes(StandardCharsets.US_ASCII), 0, magic, 0, MAGIC_LENGTH - 1);
        magic[MAGIC_LENGTH - 1] = PartFooter.FORMAT_VERSION;
        return magic;
    }
}
