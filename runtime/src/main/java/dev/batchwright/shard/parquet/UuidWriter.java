package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A column of UUIDs, plain: sixteen bytes each, the most significant first. */
final class UuidWriter extends LeafWriter {

    private final PlainBuffer buffer = new PlainBuffer();

    UuidWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor);
    }

    @Override
    public void writeUuid(UUID value) {
        present();
        buffer.writeLong(Long.reverseBytes(value.getMostSignificantBits()));
        buffer.writeLong(Long.reverseBytes(value.getLeastSignificantBits()));
    }

    @Override
    long valuesSize() {
        return buffer.size();
    }

    @Override
    PlainBuffer values() {
        return buffer;
    }

    @Override
    Encoding encoding() {
        return Encoding.PLAIN;
    }

    @Override
    void resetValues() {
        buffer.reset();
    }

    /** Most UUIDs are random, so that no range of them leaves anything out. */
    @Override
    @Nullable
    ValueRange range() {
        return null;
    }
}
