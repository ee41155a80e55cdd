package dev.batchwright.shard;

import dev.batchwright.shard.msgpack.MessagePackFormat;
import dev.batchwright.shard.parquet.ParquetFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A part of passages in memory. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record PassagePart(ShardFormat format, String compression, byte[] file, List<Passage> rows) {

    static final int ROWS = 12_000;

    /** What is read of a file before any of its rows: magic, footer and indexes. */
    static final int OPENING = 64 << 10;

    private static final List<PassagePart> ALL = Stream.of(new ParquetFormat(), new MessagePackFormat())
            .flatMap(format -> Stream.of("none", "zstd").map(compression -> of(format, compression)))
            .toList();

    /** One of each format that is read lazily, with compression and without. */
    static List<PassagePart> all() {
        return ALL;
    }

    private static PassagePart of(ShardFormat format, String compression) {
        List<Passage> rows = IntStream.range(0, ROWS).mapToObj(Passage::at).toList();
        CompressionSetting setting = CompressionSetting.parse(compression);
        return new PassagePart(
                format, compression, PartBytes.write(format, PassageSerializer.INSTANCE, setting, rows, 1000), rows);
    }

    @Override
    public String toString() {
        return format.name() + ", " + compression;
    }

    /** Goes through the part batch by batch, and tells how many bytes were read. */
    long read(int rowsAtOnce, ColumnReads reads, Consumer<PassageBatch> touch) throws IOException {
        CountedInput in = new CountedInput(file);
        try (PartReader<Passage> reader = format.read(in, PassageSerializer.INSTANCE, reads)) {
            for (LazyBatch<Passage> batch = reader.nextBatch(rowsAtOnce);
                    batch != null;
                    batch = reader.nextBatch(rowsAtOnce)) {
                touch.accept((PassageBatch) batch);
            }
        }
        return in.bytes();
    }

    List<Passage> readRows(ColumnReads reads) throws IOException {
        List<Passage> found = new ArrayList<>();
        try (PartReader<Passage> reader =
                format.read(new BytesPartInput("step/f1/00000.000", file), PassageSerializer.INSTANCE, reads)) {
            for (Passage row = reader.next(); row != null; row = reader.next()) {
                found.add(row);
            }
        }
        return found;
    }
}
