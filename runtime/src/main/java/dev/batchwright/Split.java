package dev.batchwright;

import java.util.OptionalLong;

/**
 * A part of a source that can be read on its own.
 *
 * @param name what the split is part of, for messages, such as a file's name
 * @param identity changes when the content changes; part of the fingerprint
 * @param start where the split begins, in the source's own unit (bytes, rows)
 * @param length how long it is, in the same unit
 * @param rows how many rows it holds, where that is known without reading it
 */
public record Split(String name, String identity, long start, long length, OptionalLong rows) {

    /** Checks that neither start nor length nor rows is negative. */
    public Split {
        if (start < 0 || length < 0 || rows.orElse(0) < 0) {
            throw new IllegalArgumentException("A split's start, length and rows must not be negative: " + name);
        }
    }

    /**
     * A split by bytes, whose number of rows is not known.
     *
     * @param name what it is part of
     * @param identity changes when the content changes
     * @param start the first byte
     * @param length the number of bytes
     * @return the split
     */
    public static Split ofBytes(String name, String identity, long start, long length) {
        return new Split(name, identity, start, length, OptionalLong.empty());
    }

    /**
     * A split by rows. The engine may cut it into several shards.
     *
     * @param name what it is part of
     * @param identity changes when the content changes
     * @param start the first row
     * @param rows the number of rows
     * @return the split
     */
    public static Split ofRows(String name, String identity, long start, long rows) {
        return new Split(name, identity, start, rows, OptionalLong.of(rows));
    }
}
