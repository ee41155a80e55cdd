package dev.batchwright.annotation;

/** The names of the built-in part formats. Plain strings, so that a format of your own can be named as well. */
public final class Format {
    /** Chosen by the framework from the row's schema. */
    public static final String AUTO = "auto";
    /** Framed MessagePack blocks: for text-heavy rows. */
    public static final String MESSAGE_PACK = "msgpack";
    /** Bare values in framed blocks: for nested, polymorphic and map-like rows. */
    public static final String OBJECT = "object";
    /** Plain Apache Parquet: for numeric and columnar data, readable by other tools. */
    public static final String PARQUET = "parquet";

    private Format() {}
}
