package dev.batchwright.shard.parquet;

import dev.batchwright.InvalidRowException;
import dev.batchwright.utf8.Utf8Encoder;

/**
 * Encodes text straight into a page, after its length as the plain encoding has it. Refuses what UTF-8 cannot express instead of
 * replacing it.
 */
final class TextAppender {

    private final Utf8Encoder utf8 = new Utf8Encoder();

    void append(String text, PlainBuffer into) {
        int start = into.extend(Integer.BYTES);
        int length = text.length();
        int from = 0;
        while (from < length) {
            int to = Utf8Encoder.endOfChunk(text, from);
            into.reserve(Utf8Encoder.maxBytes(to - from));
            int end = utf8.encode(text, from, to, into.array(), into.size());
            if (end < 0) {
                throw halfCharacter(-1 - end);
            }
            into.extend(end - into.size());
            from = to;
        }
        into.setInt(start, into.size() - start - Integer.BYTES);
    }

    private static InvalidRowException halfCharacter(int at) {
        return new InvalidRowException(
                "A text holds half of a surrogate pair at character " + at
                        + ", which UTF-8 cannot express. Remove it, or store the text as a byte[].",
                null);
    }
}
