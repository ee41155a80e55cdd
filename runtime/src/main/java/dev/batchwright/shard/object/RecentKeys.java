package dev.batchwright.shard.object;

import org.jspecify.annotations.Nullable;

/**
 * The keys of maps that were read lately. The maps of many rows have the same few keys, and each need be made only once. What
 * comes again is found by its bytes; two keys that fall into one place push one another out.
 */
final class RecentKeys {

    /** So short is a key that its first and last eight bytes are all of it. */
    private static final int LONGEST = 16;

    private static final int PLACES = 256;
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final long[] heads = new long[PLACES];
    private final long[] tails = new long[PLACES];
    private final @Nullable String[] keys = new @Nullable String[PLACES];

    String read(ObjectDecoder in) {
        int head = in.textHead();
        int length = head >>> 1;
        if ((head & 1) != 0) {
            return in.utf8(length);
        }
        return length == 0 || length > LONGEST ? in.latin(length) : find(in, length);
    }

    private String find(ObjectDecoder in, int length) {
        int at = in.position();
        long head = length < Long.BYTES ? in.peek(at, length) : in.peek64(at);
        long tail = length < Long.BYTES ? 0 : in.peek64(at + length - Long.BYTES);
        int place = (int) ((((head * SPREAD) ^ tail) * SPREAD) >>> 56);
        String known = keys[place];
        if (known != null && heads[place] == head && tails[place] == tail && known.length() == length) {
            in.moveTo(at + length);
            return known;
        }
        String key = in.latin(length);
        heads[place] = head;
        tails[place] = tail;
        keys[place] = key;
        return key;
    }
}
