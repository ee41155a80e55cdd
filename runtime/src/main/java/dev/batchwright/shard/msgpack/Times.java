package dev.batchwright.shard.msgpack;

import dev.batchwright.shard.block.CheckedTimes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/** Reads dates and times, and refuses those that do not exist. */
final class Times {

    private static final int NANOS_PER_SECOND = 1_000_000_000;

    private Times() {}

    static Instant instant(Decoder in) {
        int length = in.extensionLength(Extension.TIMESTAMP);
        switch (length) {
            case 4 -> {
                return Instant.ofEpochSecond(in.int32() & 0xFFFF_FFFFL);
            }
            case 8 -> {
                long both = in.int64();
                return instant(in, both & 0x3_FFFF_FFFFL, (int) (both >>> 34));
            }
            case 12 -> {
                int nanos = in.int32();
                return instant(in, in.int64(), nanos);
            }
            default -> throw in.corrupt("a timestamp has " + length + " bytes");
        }
    }

    private static Instant instant(Decoder in, long second, int nanos) {
        checkNanos(in, nanos);
        return CheckedTimes.instant(in, second, nanos);
    }

    static LocalDateTime dateTime(Decoder in) {
        int nanos = nanos(in, Extension.DATE_TIME);
        return CheckedTimes.dateTime(in, in.int64(), nanos);
    }

    static Duration duration(Decoder in) {
        int nanos = nanos(in, Extension.DURATION);
        return Duration.ofSeconds(in.int64(), nanos);
    }

    private static int nanos(Decoder in, byte type) {
        int length = in.extensionLength(type);
        if (length != 12) {
            throw in.corrupt("a time has " + length + " bytes and not 12");
        }
        int nanos = in.int32();
        checkNanos(in, nanos);
        return nanos;
    }

    private static void checkNanos(Decoder in, int nanos) {
        if (nanos < 0 || nanos >= NANOS_PER_SECOND) {
            throw in.corrupt("a time has " + nanos + " nanoseconds");
        }
    }
}
