package dev.batchwright.shard;

import java.util.Locale;

/**
 * A compression and its level.
 *
 * @param codec the compression
 * @param level the level, for zstd; 0 for others
 */
public record CompressionSetting(Codec codec, int level) {

    /** The compressions. */
    public enum Codec {
        NONE,
        LZ4,
        ZSTD,
        SNAPPY
    }

    /** No compression. */
    public static final CompressionSetting NONE = new CompressionSetting(Codec.NONE, 0);

    /** LZ4. */
    public static final CompressionSetting LZ4 = new CompressionSetting(Codec.LZ4, 0);

    /** Zstandard at level 1. */
    public static final CompressionSetting ZSTD = new CompressionSetting(Codec.ZSTD, 1);

    /** Snappy, which only Parquet has: it reads and writes what most other tools write. */
    public static final CompressionSetting SNAPPY = new CompressionSetting(Codec.SNAPPY, 0);

    /**
     * Reads a setting.
     *
     * @param text {@code none}, {@code lz4}, {@code zstd}, {@code snappy}, or {@code zstd:} and a level from 1 to 19
     * @return the setting
     * @throws IllegalArgumentException if the text is none of these
     */
    public static CompressionSetting parse(String text) {
        return switch (text) {
            case "none" -> NONE;
            case "lz4" -> LZ4;
            case "zstd" -> ZSTD;
            case "snappy" -> SNAPPY;
            default -> {
                if (!text.matches("zstd:([1-9]|1[0-9])")) {
                    throw new IllegalArgumentException(
                            "'" + text
                                    + "' is not a compression. Write none, lz4, zstd, snappy, or zstd: and a level from 1 to 19.");
                }
                yield new CompressionSetting(Codec.ZSTD, Integer.parseInt(text.substring(5)));
            }
        };
    }

    @Override
    public String toString() {
        String name = codec.name().toLowerCase(Locale.ROOT);
        return codec == Codec.ZSTD && level != 1 ? name + ":" + level : name;
    }
}
