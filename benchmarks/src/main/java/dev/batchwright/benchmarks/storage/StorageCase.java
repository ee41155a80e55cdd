package dev.batchwright.benchmarks.storage;

import dev.batchwright.annotation.Format;
import dev.batchwright.benchmarks.avro.AvroRowTypes;
import dev.batchwright.benchmarks.rows.Embedding;
import dev.batchwright.benchmarks.rows.FourTexts;
import dev.batchwright.benchmarks.rows.Passage;
import dev.batchwright.benchmarks.rows.RowShape;
import dev.batchwright.benchmarks.rows.RowShapes;
import dev.batchwright.shard.CompressionSetting;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A shape of row, how many of them are stored, and by whom. */
final class StorageCase<T> {

    /** What a page of Parquet and a block of the other formats hold before they are compressed. */
    private static final int PARQUET_BLOCK = 512 << 10;

    private static final int BLOCK = 256 << 10;

    private final RowShape<T> shape;
    private final int rows;
    private final Map<Contender, Function<CompressionSetting, Storage<T>>> storages = new EnumMap<>(Contender.class);

    private StorageCase(RowShape<T> shape, int rows) {
        this.shape = shape;
        this.rows = rows;
    }

    static List<StorageCase<?>> all() {
        return List.of(numbers(), vectors(), text(RowShapes.TEXT), text(RowShapes.ENGLISH), nested(), columns());
    }

    static StorageCase<?> named(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no case " + name + ". Those that are there: "
                        + String.join(
                                ", ", all().stream().map(StorageCase::name).toList())));
    }

    private static StorageCase<?> numbers() {
        return new StorageCase<>(RowShapes.NUMBERS, 1_000_000)
                .withCommon()
                .with(Contender.PARQUET_AVRO, setting -> new AvroStorage<>(AvroRowTypes.readings(), setting))
                .with(Contender.CARPET, setting -> CarpetStorage.of(RowShapes.NUMBERS.type(), setting));
    }

    private static StorageCase<?> vectors() {
        StorageCase<Embedding> vectors = new StorageCase<>(RowShapes.VECTORS, 60_000)
                .withCommon()
                .with(Contender.PARQUET_AVRO, setting -> new AvroStorage<>(AvroRowTypes.embeddings(), setting))
                .with(Contender.CARPET, CarpetStorage::ofEmbeddings);
        // Nobody stores vectors as decimal digits.
        vectors.storages.remove(Contender.JSON_LINES);
        return vectors;
    }

    private static StorageCase<?> text(RowShape<Passage> shape) {
        return new StorageCase<>(shape, 60_000)
                .withCommon()
                .with(Contender.PARQUET_AVRO, setting -> new AvroStorage<>(AvroRowTypes.passages(), setting))
                .with(Contender.CARPET, setting -> CarpetStorage.of(RowShapes.TEXT.type(), setting));
    }

    /** Carpet knows no sealed interfaces, and what parquet-avro makes of them is not read by others. */
    private static StorageCase<?> nested() {
        return new StorageCase<>(RowShapes.NESTED, 100_000).withCommon();
    }

    private static StorageCase<?> columns() {
        return new StorageCase<FourTexts>(RowShapes.COLUMNS, 60_000)
                .with(Contender.PARQUET, setting -> new ColumnsStorage(Format.PARQUET, setting, true))
                .with(Contender.PARQUET_ONE_COLUMN, setting -> new ColumnsStorage(Format.PARQUET, setting, false));
    }

    private StorageCase<T> withCommon() {
        withOurs(Contender.PARQUET, Contender.BARE_PARQUET, Format.PARQUET, PARQUET_BLOCK);
        withOurs(Contender.MESSAGE_PACK, Contender.BARE_MESSAGE_PACK, Format.MESSAGE_PACK, BLOCK);
        withOurs(Contender.OBJECT, Contender.BARE_OBJECT, Format.OBJECT, BLOCK);
        return with(Contender.JACKSON_MESSAGE_PACK, setting -> JacksonStorage.messagePack(shape.type(), setting))
                .with(Contender.JSON_LINES, setting -> JacksonStorage.jsonLines(shape.type(), setting))
                .with(Contender.SERIALIZATION, setting -> new SerializationStorage<>(shape.type(), setting));
    }

    private void withOurs(Contender contender, Contender bare, String format, int block) {
        with(contender, setting -> part(format, setting));
        with(bare, setting -> new BareStorage<>(part(format, CompressionSetting.NONE), setting, block));
    }

    private PartStorage<T> part(String format, CompressionSetting setting) {
        return new PartStorage<>(format, shape.serializer(), setting);
    }

    private StorageCase<T> with(Contender contender, Function<CompressionSetting, Storage<T>> storage) {
        storages.put(contender, storage);
        return this;
    }

    String name() {
        return shape.name();
    }

    RowShape<T> shape() {
        return shape;
    }

    /** How many rows are stored at size M. */
    int rows() {
        return rows;
    }

    /** Whether rows are so large that a part of them is what fills the memory. */
    boolean isOfLargeRows() {
        return shape.equals(RowShapes.TEXT) || shape.equals(RowShapes.VECTORS);
    }

    Set<Contender> contenders() {
        return storages.keySet();
    }

    Storage<T> storage(Contender contender, CompressionSetting compression) {
        Function<CompressionSetting, Storage<T>> storage = storages.get(contender);
        if (storage == null) {
            throw new IllegalArgumentException(contender + " does not take part in " + name());
        }
        return storage.apply(compression);
    }
}
