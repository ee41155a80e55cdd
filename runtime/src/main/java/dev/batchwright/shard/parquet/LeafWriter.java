package dev.batchwright.shard.parquet;

import dev.batchwright.InvalidRowException;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
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

    private final ColumnDescriptor column;
    private final PageCompressor compressor;
    private final @Nullable LevelWriter repetitions;
    private final @Nullable LevelWriter definitions;
    private final PlainBuffer levels = new PlainBuffer();
    private final int maxDefinition;
    private int repetition;

    private int values;
    private int nulls;
    private int rows;

    private final List<EncodedPage> pages = new ArrayList<>();
    private final HeldBytes bodies;
    private long pagesBytes;
    private long pagesValues;

    LeafWriter(ColumnDescriptor column, PageCompressor compressor) {
        this.column = column;
        this.compressor = compressor;
        this.maxDefinition = column.getMaxDefinitionLevel();
        this.bodies = compressor.newHeldBytes();
        this.repetitions = LevelWriter.of(column.getMaxRepetitionLevel());
        this.definitions = LevelWriter.of(maxDefinition);
    }

    @Override
    public final void nextRow() {
        if (rows >= PAGE_ROWS || pageSize() >= compressor.pageBytes()) {
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

    /** The length of what is open still: the page, and the dictionary. */
    final long openBytes() {
        return pageSize() + dictionarySize();
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

    /** The bodies of the pages that were taken, in their order. */
    final HeldBytes bodies() {
        return bodies;
    }

    /** The dictionary of the pages that were taken, or null if they have none; valid until {@link #beginRowGroup}. */
    @Nullable
    PlainBuffer dictionary() {
        return null;
    }

    /** How many values the dictionary has. */
    int dictionaryValues() {
        return 0;
    }

    /** Forgets the dictionary. */
    void beginRowGroup() {}

    /** The length of the dictionary so far. */
    long dictionarySize() {
        return 0;
    }

    /** The length of the open page's values, encoded or nearly so. */
    abstract long valuesSize();

    /** The values of the open page, encoded. */
    abstract PlainBuffer values();

    /** How {@link #values()} are encoded; asked after them. */
    abstract Encoding encoding();

    /** What the bytes of {@link #values()} are like; asked after them. */
    PageCompressor.Content content() {
        return PageCompressor.Content.ANY;
    }

    /** The smallest and the largest value of the open page; null if they are not known. */
    abstract @Nullable ValueRange range();

    /** Begins the values of a page. */
    abstract void resetValues();

    final PageCompressor compressor() {
        return compressor;
    }

    private long pageSize() {
        long size = valuesSize();
        if (repetitions != null) {
            size += repetitions.size();
        }
        return definitions == null ? size : size + definitions.size();
    }

    private void endPage() {
        levels.reset();
        if (repetitions != null) {
            repetitions.moveTo(levels);
        }
        if (definitions != null) {
            definitions.moveTo(levels);
        }
        ValueRange range = hasStatistics() && nulls < values ? range() : null;
        PageCompressor.Body body = compressor.compress(levels, values(), content(), bodies);
        if (values > InflationLimit.ofEntries(body.uncompressedSize())) {
            throw new InvalidRowException(
                    describe() + " has " + values
                            + " nulls or equal values in one row, which no reader would believe of so small a page. Split"
                            + " the row into several.",
                    null);
        }
        pages.add(new EncodedPage(values, nulls, rows, body, encoding(), range));
        pagesBytes += body.size();
        pagesValues += values;
        resetValues();
        values = 0;
        nulls = 0;
        rows = 0;
    }

    @Override
    final String describe() {
        return "Column " + String.join(".", column.getPath());
    }
}
