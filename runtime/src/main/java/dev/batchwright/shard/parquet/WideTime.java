package dev.batchwright.shard.parquet;

import java.math.BigInteger;
import java.time.DateTimeException;

/**
 * Splits times that are finer or larger than 64 bits of microseconds into a base, which other tools read, and a rest, which is zero
 * for nearly all of them.
 *
 * <p>A time is {@code seconds} and {@code nanos} within the second. Its microseconds, rounded down, are a number of more than 64
 * bits: {@code high * 2^64 + base} with {@code base} as a signed long, so that {@code high} is zero wherever the base says it
 * all. The rest is {@code high * 1024 + n}, where {@code n} from 0 to 999 are the nanoseconds below the microsecond. Seconds of 64
 * bits make {@code high} at most 500,000, so that the rest fits an int.
 */
final class WideTime {

    private static final long MICROS = 1_000_000;
    private static final BigInteger BIG_MICROS = BigInteger.valueOf(MICROS);

    private WideTime() {}

    static long base(long seconds, int nanos) {
        return seconds * MICROS + nanos / 1000;
    }

    static int rest(long seconds, int nanos) {
        long low = seconds * MICROS;
        long high = Math.multiplyHigh(seconds, MICROS);
        long base = low + nanos / 1000;
        if (Long.compareUnsigned(base, low) < 0) {
            high++;
        }
        // From high * 2^64 + unsigned base to high * 2^64 + signed base.
        high += base >>> 63;
        return (int) (high * 1024) + nanos % 1000;
    }

    static long seconds(long base, int rest) {
        int high = rest >> 10;
        if (high == 0) {
            return Math.floorDiv(base, MICROS);
        }
        return micros(base, high)
                .subtract(BigInteger.valueOf(microsOfSecond(base, high)))
                .divide(BIG_MICROS)
                .longValueExact();
    }

    static int nanos(long base, int rest) {
        int nanos = rest & 1023;
        if (nanos > 999) {
            throw new DateTimeException("There are no " + nanos + " nanoseconds in a microsecond");
        }
        return microsOfSecond(base, rest >> 10) * 1000 + nanos;
    }

    static long epochDay(int base, int rest) {
        return ((long) rest << 32) + base;
    }

    static int restOfDay(long epochDay) {
        return (int) ((epochDay - (int) epochDay) >> 32);
    }

    private static int microsOfSecond(long base, int high) {
        if (high == 0) {
            return (int) Math.floorMod(base, MICROS);
        }
        return micros(base, high).mod(BIG_MICROS).intValue();
    }

    private static BigInteger micros(long base, int high) {
        return BigInteger.valueOf(high).shiftLeft(64).add(BigInteger.valueOf(base));
    }
}
