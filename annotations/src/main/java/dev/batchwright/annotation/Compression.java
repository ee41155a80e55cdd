package dev.batchwright.annotation;

/** The names of the compressions of part files. */
public final class Compression {
    /** Chosen by the framework: {@link #ZSTD} unless the format or the schema speaks against it. */
    public static final String AUTO = "auto";
    /** No compression. */
    public static final String NONE = "none";
    /** LZ4: fast, moderate ratio. */
    public static final String LZ4 = "lz4";
    /** Zstandard at level 1: slower, better ratio. Another level is written {@code "zstd:6"}. */
    public static final String ZSTD = "zstd";
    /** Snappy: fast, moderate ratio, and only in {@link Format#PARQUET}; for tools that read nothing else. */
    public static final String SNAPPY = "snappy";

    private Compression() {}
}
