package dev.batchwright.shard.parquet;

import dev.batchwright.BatchwrightException;
import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.values.ValuesReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column of the file: decodes a page at a time, levels and values, so that reading a value is no more than taking it
 * out of an array, and all that can be wrong with a page comes up in one place.
 */
abstract class LeafReader extends ColumnReader {

    private final ChunkPages pages;
    private final int maxRepetition;
    private final int maxDefinition;

    /** The definition level at which the value, or the array of values, is there. */
    private final int presentDefinition;

    private byte[] repetitions = {};
    private byte[] definitions = {};

    /** As many levels of a list's further elements as any page has had entries, to compare with at once. */
    private byte[] furtherElements = {};

    /** Whether no entry of the page is null or empty, so that definition levels need not be looked at. */
    private boolean allPresent;

    private int count;
    private int at;
    private int valueAt;

    /**
     * Stands before the first row of a row group.
     *
     * @param rows which row the column has come to
     * @param pages the column's pages
     * @param presentDefinition the definition level at which the value, or the array of values, is there
     */
    LeafReader(RowCursor rows, ChunkPages pages, int presentDefinition) {
        super(rows);
        this.pages = pages;
        this.presentDefinition = presentDefinition;
        this.maxRepetition = pages.column().getMaxRepetitionLevel();
        this.maxDefinition = pages.column().getMaxDefinitionLevel();
    }

    /** Decodes the values of a page, from index 0 on. */
    abstract void decode(Page page, int number) throws IOException;

    @Override
    public final boolean readNull() {
        if (definition() >= presentDefinition) {
            return false;
        }
        at++;
        return true;
    }

    /** Takes the next value, which must be there: gives its index. */
    final int take() {
        if (at == count && !load()) {
            throw ended();
        }
        if (!allPresent && definitions[at] != maxDefinition) {
            throw missing();
        }
        at++;
        return valueAt++;
    }

    /** Takes the entry that says that something above the value is null or empty. */
    final void takeAbsent() {
        if (definition() == maxDefinition) {
            throw pages.damage().because("it holds a value where the columns beside it hold none");
        }
        at++;
    }

    /**
     * Takes the elements of an array as far as this page has them; the index of the first is {@link #arrayStart}.
     *
     * @return how many
     */
    final int takeArray() {
        int definition = definition();
        if (definition < presentDefinition) {
            throw missing();
        }
        int start = at;
        if (definition == presentDefinition) {
            at++;
            return 0;
        }
        at = arrayEnd(start);
        for (int i = start; i < at && !allPresent; i++) {
            if (definitions[i] != maxDefinition) {
                throw missing();
            }
        }
        valueAt += at - start;
        return at - start;
    }

    private int arrayEnd(int start) {
        int end = Arrays.mismatch(repetitions, start + 1, count, furtherElements, start + 1, count);
        return end < 0 ? count : start + 1 + end;
    }

    final int arrayStart(int length) {
        return valueAt - length;
    }

    /** Whether the array that was taken goes on in the next page. */
    final boolean arrayGoesOn() {
        return at == count && pages.mayCutRows() && load() && repetitions[at] == maxRepetition;
    }

    /** Whether its values come as arrays. */
    final boolean holdsArrays() {
        return presentDefinition < maxDefinition;
    }

    /** The definition level of the next entry. */
    final int definition() {
        if (at == count && !load()) {
            throw ended();
        }
        return allPresent ? maxDefinition : definitions[at];
    }

    /** The repetition level of the next entry, or -1 at the end of the row group. */
    final int repetition() {
        if (at == count && !load()) {
            return -1;
        }
        return maxRepetition == 0 ? 0 : repetitions[at];
    }

    /** How many entries follow, in this page, of the list that repeats at a level. */
    final int elementsInPage(int level) {
        int elements = 1;
        for (int i = at + 1; i < count && repetitions[i] >= level; i++) {
            elements += repetitions[i] == level ? 1 : 0;
        }
        return elements;
    }

    @Override
    final void skipRows(long rows) {
        long left = rows;
        while (left > 0) {
            if (at == count) {
                left -= skipPages(left);
            }
            if (left > 0 && at == count && !load()) {
                throw ended();
            }
            for (; left > 0 && at < count; left--) {
                skipRow();
            }
        }
    }

    private void skipRow() {
        do {
            valueAt += allPresent || definitions[at] == maxDefinition ? 1 : 0;
            at++;
        } while (maxRepetition > 0 && (at < count || (pages.mayCutRows() && load())) && repetitions[at] > 0);
    }

    private long skipPages(long rows) {
        try {
            return pages.skipPages(rows);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean load() {
        try {
            Page page = pages.next();
            while (page != null && page.count() == 0) {
                page = pages.next();
            }
            if (page == null) {
                return false;
            }
            decodePage(page);
            return true;
        } catch (IOException e) {
            throw unreadable(e);
        } catch (BatchwrightException e) {
            throw e;
        } catch (RuntimeException e) {
            throw pages.damage().because("a page cannot be decoded: " + e.getMessage(), e);
        }
    }

    private void decodePage(Page page) throws IOException {
        int number = page.count();
        long rows = page.count();
        if (maxRepetition > 0) {
            if (repetitions.length < page.count()) {
                repetitions = new byte[page.count()];
                furtherElements = new byte[page.count()];
                Arrays.fill(furtherElements, (byte) maxRepetition);
            }
            rows = page.levels(page.repetitions(), maxRepetition, repetitions, 0);
        }
        if (maxDefinition > 0) {
            definitions = definitions.length < page.count() ? new byte[page.count()] : definitions;
            number = page.levels(page.definitions(), maxDefinition, definitions, maxDefinition);
        }
        allPresent = number == page.count();
        if (page.rows() >= 0 && page.rows() != rows) {
            throw pages.damage().because("a page has " + rows + " rows and not " + page.rows());
        }
        if (number > 0) {
            // Where there is no value there may be no encoding of it either.
            decode(page, number);
        }
        count = page.count();
        at = 0;
        valueAt = 0;
    }

    /** parquet-java's decoder of a page's values. */
    final ValuesReader decoder(Page page, int number) throws IOException {
        return page.decoder(
                column(), page.encoding().usesDictionary() ? pages.dictionary().decoded() : null, number);
    }

    final ColumnDescriptor column() {
        return pages.column();
    }

    final ChunkPages pages() {
        return pages;
    }

    /** A value that is there but cannot be what the row's column wants. */
    final BatchwrightException wrong(String what, @Nullable Throwable cause) {
        return pages.damage().because("row " + rows().rowInFile() + " holds " + what, cause);
    }

    final BatchwrightException missing() {
        return wrong("a null, where the row's component is not nullable", null);
    }

    private BatchwrightException ended() {
        return pages.damage().because("it ends before the row group does");
    }

    private RuntimeException unreadable(IOException e) {
        return e instanceof EOFException
                ? pages.damage().because("the file ends within a page", e)
                : new UncheckedIOException(e);
    }

    @Override
    final String describe() {
        return "Column " + String.join(".", column().getPath());
    }
}
