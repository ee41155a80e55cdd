package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.bytes.BytesInput;
import dev.batchwright.shaded.parquet.bytes.HeapByteBufferAllocator;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.page.DictionaryPage;
import dev.batchwright.shaded.parquet.column.values.dictionary.DictionaryValuesWriter.PlainBinaryDictionaryValuesWriter;
import dev.batchwright.shaded.parquet.column.values.fallback.FallbackValuesWriter;
import dev.batchwright.shaded.parquet.column.values.plain.PlainValuesWriter;
import dev.batchwright.shaded.parquet.io.api.Binary;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A BINARY column: text, bytes, names of constants, decimals as text. Values go through a dictionary until it grows too large or
 * saves nothing; from then on the column stays plain until the end of the file, since trying again in each row group costs more
 * than it finds.
 */
final class BinaryWriter extends LeafWriter {

    private static final int DICTIONARY_BYTES = 1 << 19;

    private final PlainBuffer plain = new PlainBuffer();
    private @Nullable FallbackValuesWriter<PlainBinaryDictionaryValuesWriter, PlainValuesWriter> dictionary;
    private @Nullable Binary @Nullable [] constants;

    private boolean anyValue;
    private byte @Nullable [] min;
    private byte @Nullable [] max;

    BinaryWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor);
        HeapByteBufferAllocator allocator = new HeapByteBufferAllocator();
        this.dictionary = FallbackValuesWriter.of(
                new PlainBinaryDictionaryValuesWriter(
                        DICTIONARY_BYTES, Encoding.RLE_DICTIONARY, Encoding.PLAIN, allocator),
                new PlainValuesWriter(1024, 1 << 20, allocator));
    }

    @Override
    public void writeString(String value) {
        writeBytes(Utf8.encode(value));
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        writeBytes(Utf8.encode(value.toString()));
    }

    @Override
    public void writeBytes(byte[] value) {
        present();
        widen(value);
        if (dictionary == null) {
            plain.writeBytes(value);
        } else {
            dictionary.writeBytes(Binary.fromReusedByteArray(value));
        }
    }

    @Override
    public void writeEnum(Enum<?> value) {
        Binary name = nameOf(value);
        present();
        widen(name.getBytesUnsafe());
        if (dictionary == null) {
            plain.writeBytes(name.getBytesUnsafe());
        } else {
            dictionary.writeBytes(name);
        }
    }

    @Override
    long valuesSize() {
        return dictionary == null ? plain.size() : dictionary.getBufferedSize();
    }

    @Override
    BytesInput values() {
        return dictionary == null ? plain.bytes() : dictionary.getBytes();
    }

    @Override
    Encoding encoding() {
        return dictionary == null ? Encoding.PLAIN : dictionary.getEncoding();
    }

    @Override
    void resetValues() {
        plain.reset();
        if (dictionary != null) {
            dictionary.reset();
        }
    }

    @Override
    long dictionarySize() {
        return dictionary == null ? 0 : dictionary.initialWriter.getAllocatedSize();
    }

    @Override
    @Nullable
    DictionaryPage takeDictionary() {
        if (dictionary == null) {
            return null;
        }
        boolean fellBack = anyValue && !dictionary.getEncoding().usesDictionary();
        anyValue = false;
        DictionaryPage page = dictionary.toDictPageAndClose();
        DictionaryPage copy = page == null ? null : copyOf(page);
        dictionary.resetDictionary();
        if (fellBack) {
            dictionary.close();
            dictionary = null;
        }
        return copy;
    }

    @Override
    @Nullable
    ValueRange takeRange() {
        ValueRange range = min == null || max == null ? null : ValueRange.of(min, max);
        min = null;
        max = null;
        return range;
    }

    /** Its bytes are freed with the dictionary. */
    private static DictionaryPage copyOf(DictionaryPage page) {
        BytesInput bytes = BytesInput.from(PageCompressor.join(page.getBytes()));
        return new DictionaryPage(bytes, page.getDictionarySize(), page.getEncoding());
    }

    @SuppressWarnings("EnumOrdinal") // Finds the name faster; what is stored is the name.
    private Binary nameOf(Enum<?> value) {
        int ordinal = value.ordinal();
        if (constants == null || constants.length <= ordinal) {
            constants = constants == null ? new Binary[ordinal + 1] : Arrays.copyOf(constants, ordinal + 1);
        }
        Binary name = constants[ordinal];
        if (name == null) {
            name = Binary.fromConstantByteArray(Utf8.encode(value.name()));
            constants[ordinal] = name;
        }
        return name;
    }

    private void widen(byte[] value) {
        anyValue = true;
        if (!hasStatistics()) {
            return;
        }
        // Copies, since the caller may reuse an array of bytes for the next row.
        if (min == null || Arrays.compareUnsigned(value, min) < 0) {
            min = value.clone();
        }
        if (max == null || Arrays.compareUnsigned(value, max) > 0) {
            max = value.clone();
        }
    }
}
