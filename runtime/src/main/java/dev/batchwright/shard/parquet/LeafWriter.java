package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.bytes.BytesInput;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.column.page.DictionaryPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one column of the file: levels and values into the open page, full pages, compressed, into a list that waits for the row
 * group to end. It is the writer of a row's column where that column is just this one, and part of a tree otherwise.
 *
 * <p>Levels follow one rule: each value is written with the repetition level {@link #repeatAt} of the list whose next element it
 * begins, or 0 for the first value of a row. Whoever writes lists sets it; {@link #nextRow} clears it.
 */
abstract class LeafWriter extends TypedWriter {

    /** Few enough that a reader who looks for one row decodes little. */
    private static final int PAGE_ROWS = 20_000;

    private static final int PAGE_BYTES = 1 << 20;

    private final ColumnDescriptor column;
    private final PageCompressor compressor;
    private final @Nullable LevelEncoder repetitions;
    private final @Nullable LevelEncoder definitions;
    private final int maxDefinition;
    private int repetition;

    private int values;
    private int nulls;
    private int rows;

    private final List<EncodedPage> pages = new ArrayList<>();
    private long pagesBytes;
    private long pagesValues;

    LeafWriter(ColumnDescriptor column, PageCompressor compressor) {
        this.column = column;
        this.compressor = compressor;
        this.maxDefinition = column.getMaxDefinitionLevel();
        this.repetitions =
                column.getMaxRepetitionLevel() == 0 ? null : new LevelEncoder(column.getMaxRepetitionLevel());
        this.definitions = maxDefinition == 0 ? null : new LevelEncoder(maxDefinition);
    }

    @Override
    public final void nextRow() {
        if (rows >= PAGE_ROWS || pageSize() >= PAGE_BYTES) {
            endPage();
        }
        rows++;
        repetition = 0;
    }

    /** A null of the row's column itself. */
    @Override
    public final void writeNull() {
        writeAbsent(0);
    }

    /** Says at which repetition level the next value stands. */
    final void repeatAt(int level) {
        repetition = level;
    }

    /** Writes that there is no value, because something above it is null or empty. */
    final void writeAbsent(int definition) {
        if (repetitions != null) {
            repetitions.write(repetition);
        }
        if (definitions == null) {
            throw new IllegalStateException(describe() + " was given a null");
        }
        definitions.write(definition);
        values++;
        nulls++;
    }

    /** Writes the levels of a value that is there. */
    final void present() {
        if (repetitions != null) {
            repetitions.write(repetition);
        }
        if (definitions != null) {
            definitions.write(maxDefinition);
        }
        values++;
    }

    /** Writes the levels of an array, whose elements are this column. */
    final void presentArray(int length) {
        if (length == 0) {
            writeAbsent(maxDefinition - 1);
            return;
        }
        if (repetitions == null || definitions == null) {
            throw new IllegalStateException(describe() + " was given an array");
        }
        repetitions.write(repetition);
        repetitions.write(column.getMaxRepetitionLevel(), length - 1);
        definitions.write(maxDefinition, length);
        values += length;
    }

    /** Statistics of what is in lists help nobody to skip rows, and are left out. */
    final boolean hasStatistics() {
        return repetitions == null;
    }

    final ColumnDescriptor column() {
        return column;
    }

    /** Bytes that wait to be written, the open page as it is before compression. */
    final long heldBytes() {
        return pagesBytes + pageSize() + dictionarySize();
    }

    final long valueCount() {
        return pagesValues + values;
    }

    /** Ends the row group's part of this column: gives its pages and forgets them. */
    final List<EncodedPage> takePages() {
        if (values > 0) {
            endPage();
        }
        List<EncodedPage> taken = List.copyOf(pages);
        pages.clear();
        pagesBytes = 0;
        pagesValues = 0;
        return taken;
    }

    /** The dictionary of the pages that were taken, or null if they have none. */
    @Nullable
    DictionaryPage takeDictionary() {
        return null;
    }

    /** The length of the dictionary so far. */
    long dictionarySize() {
        return 0;
    }

    /** The length of the open page's values, encoded or nearly so. */
    abstract long valuesSize();

    /** The values of the open page, encoded. */
    abstract BytesInput values();

    /** How {@link #values()} are encoded; asked after them. */
    abstract Encoding encoding();

    /** Begins the values of a page. */
    abstract void resetValues();

    /** The smallest and the largest value since the last call; null if they are not known. */
    abstract @Nullable ValueRange takeRange();

    private long pageSize() {
        long size = valuesSize();
        if (repetitions != null) {
            size += repetitions.size();
        }
        return definitions == null ? size : size + definitions.size();
    }

    private void endPage() {
        List<BytesInput> parts = new ArrayList<>();
        addLevels(repetitions, parts);
        addLevels(definitions, parts);
        parts.add(values());
        byte[] body = PageCompressor.join(BytesInput.concat(parts));
        ValueRange range = hasStatistics() && nulls < values ? takeRange() : null;
        EncodedPage page =
                new EncodedPage(values, nulls, rows, body.length, compressor.compress(body), encoding(), range);
        pages.add(page);
        pagesBytes += page.body().length;
        pagesValues += values;
        resetValues();
        values = 0;
        nulls = 0;
        rows = 0;
    }

    private static void addLevels(@Nullable LevelEncoder levels, List<BytesInput> parts) {
        if (levels != null) {
            BytesInput encoded = levels.take();
            parts.add(BytesInput.fromInt((int) encoded.size()));
            parts.add(encoded);
        }
    }

    @Override
    final String describe() {
        return "Column " + String.join(".", column.getPath());
    }
}
