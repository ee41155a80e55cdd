package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.io.ParquetDecodingException;

/**
 * Adds up the lengths of values that share their beginnings, before any of them is made. parquet-java reserves as many bytes as a
 * shared beginning is said to have and only then looks whether there is one, and few bits can stand for any number of bytes.
 */
final class PrefixCheck {

    private PrefixCheck() {}

    /**
     * Checks the values of a page in the encoding DELTA_BYTE_ARRAY.
     *
     * @param bytes holds them
     * @param start where the lengths of shared beginnings stand
     * @param suffixes where the lengths of what follows these stand
     * @param end where the values end
     * @param number how many values there are
     */
    static void check(byte[] bytes, int start, int suffixes, int end, int number) {
        long[] shared = DeltaDecoder.decode(bytes, start, suffixes, true, number, new long[0]);
        long[] own = DeltaDecoder.decode(bytes, suffixes, end, true, number, new long[0]);
        long most = InflationLimit.ofValues(end - start);
        long previous = 0;
        long total = 0;
        for (int i = 0; i < number; i++) {
            if (shared[i] < 0 || shared[i] > previous || own[i] < 0) {
                throw new ParquetDecodingException("a value says that it shares " + shared[i] + " bytes with the one"
                        + " before, which has " + previous + ", and has " + own[i] + " of its own");
            }
            previous = shared[i] + own[i];
            total += previous;
            if (total > most) {
                throw new ParquetDecodingException("its values take more than " + most + " bytes");
            }
        }
    }
}
