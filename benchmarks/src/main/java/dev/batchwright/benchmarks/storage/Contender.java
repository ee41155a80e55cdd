package dev.batchwright.benchmarks.storage;

/** Who stores the rows. */
enum Contender {
    PARQUET("Parquet"),
    MESSAGE_PACK("MessagePack"),
    OBJECT("object"),
    PARQUET_AVRO("parquet-avro"),
    CARPET("Carpet"),
    JACKSON_MESSAGE_PACK("jackson-dataformat-msgpack"),
    JSON_LINES("Jackson JSON lines"),
    SERIALIZATION("Java serialization"),
    BARE_PARQUET("bare bytes of Parquet"),
    BARE_MESSAGE_PACK("bare bytes of MessagePack"),
    BARE_OBJECT("bare bytes of object"),
    PARQUET_ONE_COLUMN("Parquet, one of four columns");

    private final String label;

    Contender(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
