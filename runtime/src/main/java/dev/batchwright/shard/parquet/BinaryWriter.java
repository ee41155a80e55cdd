package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A BINARY column: text, bytes, names of constants, decimals as text. The first page of a file is made both ways, with a dictionary
 * and plain. If the dictionary saves a fifth, the column goes on with it until it grows too large; else, and from then on, the column
 * is plain until the end of the file, since trying again in each row group costs more than it finds.
 */
final class BinaryWriter extends LeafWriter {

    private static final int DICTIONARY_BYTES = 1 << 19;

    private final PlainBuffer plain = new PlainBuffer();
    private final TextAppender texts = new TextAppender();
    private @Nullable DictionaryPages dictionary = new DictionaryPages(texts);

    /** Whether values are added to the dictionary. */
    private boolean toDictionary = true;

    /** Whether they are added to the plain page; both while it is not decided. */
    private boolean toPlain = true;

    private boolean pageUsesDictionary;
    private boolean groupUsesDictionary;

    BinaryWriter(ColumnDescriptor column, PageCompressor compressor) {
        super(column, compressor);
    }

    @Override
    public void writeString(String value) {
        present();
        if (toDictionary) {
            open().add(value);
        }
        if (toPlain) {
            texts.append(value, plain);
        }
    }

    @Override
    public void writeDecimal(BigDecimal value) {
        writeString(value.toString());
    }

    @Override
    public void writeEnum(Enum<?> value) {
        writeString(value.name());
    }

    @Override
    public void writeBytes(byte[] value) {
        present();
        if (toDictionary) {
            // One character for each byte, so that any bytes are a key.
            open().add(new String(value, StandardCharsets.ISO_8859_1), value);
        }
        if (toPlain) {
            plain.writeBytes(value);
        }
    }

    @Override
    long valuesSize() {
        return toPlain ? plain.size() : open().pageSize();
    }

    @Override
    PlainBuffer values() {
        pageUsesDictionary = toDictionary && !open().isEmpty() && dictionaryPays();
        groupUsesDictionary |= pageUsesDictionary;
        return pageUsesDictionary ? open().encode() : plain;
    }

    @Override
    Encoding encoding() {
        return pageUsesDictionary ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
    }

    @Override
    @Nullable
    ValueRange range() {
        return toPlain ? BinaryRange.ofPlain(plain) : open().range();
    }

    @Override
    void resetValues() {
        plain.reset();
        // A page of nulls decides nothing.
        if (toDictionary && !open().isEmpty()) {
            open().endPage();
            toDictionary = pageUsesDictionary && open().texts().page().size() < DICTIONARY_BYTES;
            toPlain = !toDictionary;
        }
        if (!toDictionary && !groupUsesDictionary) {
            dictionary = null;
        }
    }

    @Override
    long dictionarySize() {
        return groupUsesDictionary ? open().texts().page().size() : 0;
    }

    @Override
    @Nullable
    PlainBuffer dictionary() {
        return groupUsesDictionary ? open().texts().page() : null;
    }

    @Override
    int dictionaryValues() {
        return groupUsesDictionary ? open().texts().size() : 0;
    }

    @Override
    void beginRowGroup() {
        groupUsesDictionary = false;
        if (toDictionary) {
            open().beginRowGroup();
        } else {
            dictionary = null;
        }
    }

    private boolean dictionaryPays() {
        return !toPlain || open().pageSize() * 5 <= plain.size() * 4L;
    }

    private DictionaryPages open() {
        if (dictionary == null) {
            throw new IllegalStateException("The column has given up its dictionary");
        }
        return dictionary;
    }
}
