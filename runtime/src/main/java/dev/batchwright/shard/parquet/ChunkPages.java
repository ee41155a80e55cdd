package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.column.ColumnDescriptor;
import dev.batchwright.shaded.parquet.column.Encoding;
import dev.batchwright.shaded.parquet.format.DataPageHeader;
import dev.batchwright.shaded.parquet.format.DataPageHeaderV2;
import dev.batchwright.shaded.parquet.format.PageHeader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pages of a column in a row group, read one after the other as they are asked for. Holds one page and the dictionary. */
final class ChunkPages {

    private final ColumnDescriptor column;
    private final Chunk chunk;
    private final PageBytes bytes;
    private final @Nullable PageIndex index;
    private final ChunkDictionary dictionary;
    private final Map<dev.batchwright.shaded.parquet.format.Encoding, Integer> pagesLeft;

    private int page;
    private long values;
    private boolean jumped;
    private byte[] body = {};

    ChunkPages(ParquetFile file, ColumnDescriptor column, Chunk chunk, long groupRows, PageDecompressor decompressor) {
        this.column = column;
        this.chunk = chunk;
        this.bytes = new PageBytes(file, chunk, decompressor);
        this.index = PageIndex.of(file, chunk, groupRows);
        this.dictionary = new ChunkDictionary(column);
        this.pagesLeft = new HashMap<>(bytes.isOwn() ? chunk.dataPages() : Map.of());
    }

    ColumnDescriptor column() {
        return column;
    }

    /** What is wrong with the column. */
    Damage damage() {
        return bytes::damaged;
    }

    /** Whether the first value of a page may belong to the last row of the page before. */
    boolean mayCutRows() {
        return index == null;
    }

    /** The dictionary that the pages refer to, as far as one has been come to. */
    ChunkDictionary dictionary() {
        return dictionary;
    }

    /** Reads the next data page, or null after the last. */
    @Nullable
    Page next() throws IOException {
        while (!isAtEnd()) {
            PageHeader header = bytes.readHeader();
            if (header.isSetData_page_header()) {
                return dataPage(header, header.getData_page_header());
            }
            if (header.isSetData_page_header_v2()) {
                return dataPage(header, header.getData_page_header_v2());
            }
            skipOther(header);
        }
        if (!jumped && values != chunk.values()) {
            throw bytes.damaged("it has " + values + " values and not " + chunk.values());
        }
        return null;
    }

    /**
     * Skips whole pages without decompressing them, where it is known which rows they hold. Asked at the end of a page.
     *
     * @param rows how many rows to skip at most
     * @return how many were skipped
     */
    long skipPages(long rows) throws IOException {
        if (index != null) {
            return jump(index, rows);
        }
        long skipped = 0;
        // Elsewhere the number of rows in a page is not known.
        while (column.getMaxRepetitionLevel() == 0 && !isAtEnd()) {
            long before = bytes.position();
            PageHeader header = bytes.readHeader();
            int held = rowsOf(header);
            if (held > rows - skipped) {
                bytes.moveTo(before);
                break;
            }
            if (held < 0) {
                skipOther(header);
            } else {
                bytes.skipBody(header);
                values += held;
                skipped += held;
            }
        }
        return skipped;
    }

    private boolean isAtEnd() {
        return index == null ? values >= chunk.values() : page >= index.pages();
    }

    private long jump(PageIndex pages, long rows) throws IOException {
        if (page >= pages.pages()) {
            return 0;
        }
        long from = pages.firstRow(page);
        int target = pages.pageOf(from + rows, page);
        if (target == page) {
            return 0;
        }
        if (page == 0 && !dictionary.isThere() && bytes.position() < pages.offset(0)) {
            skipOther(bytes.readHeader());
        }
        page = target;
        jumped = true;
        bytes.moveTo(pages.offset(target));
        return pages.firstRow(target) - from;
    }

    /** The rows of a page in a column without lists, where a row is a value; -1 for a page without rows. */
    private static int rowsOf(PageHeader header) {
        if (header.isSetData_page_header()) {
            return Math.max(0, header.getData_page_header().getNum_values());
        }
        return header.isSetData_page_header_v2()
                ? Math.max(0, header.getData_page_header_v2().getNum_values())
                : -1;
    }

    private void skipOther(PageHeader header) throws IOException {
        if (!header.isSetDictionary_page_header()) {
            bytes.skipBody(header);
            return;
        }
        dictionary.read(header, bytes);
    }

    private Page dataPage(PageHeader header, DataPageHeader data) throws IOException {
        Encoding encoding = checked(header, data.getNum_values(), data.getEncoding());
        body = bytes.readBody(header, 0, true, body);
        int end = header.getUncompressed_page_size();
        Page.Levels repetitions = levels(
                0, end, column.getMaxRepetitionLevel(), data.getNum_values(), data.getRepetition_level_encoding());
        Page.Levels definitions = levels(
                repetitions.end(),
                end,
                column.getMaxDefinitionLevel(),
                data.getNum_values(),
                data.getDefinition_level_encoding());
        return page(repetitions, definitions, end, data.getNum_values(), encoding);
    }

    private Page dataPage(PageHeader header, DataPageHeaderV2 data) throws IOException {
        Encoding encoding = checked(header, data.getNum_values(), data.getEncoding());
        int repetitionsEnd = data.getRepetition_levels_byte_length();
        long definitionsEnd = (long) repetitionsEnd + data.getDefinition_levels_byte_length();
        if (repetitionsEnd < 0
                || definitionsEnd < repetitionsEnd
                || definitionsEnd > header.getCompressed_page_size()) {
            throw bytes.damaged("the levels of a page are longer than the page");
        }
        boolean isCompressed = !data.isSetIs_compressed() || data.isIs_compressed();
        body = bytes.readBody(header, (int) definitionsEnd, isCompressed, body);
        return page(
                new Page.Levels(0, repetitionsEnd, form()),
                new Page.Levels(repetitionsEnd, (int) definitionsEnd, form()),
                header.getUncompressed_page_size(),
                data.getNum_values(),
                encoding);
    }

    private Page page(Page.Levels repetitions, Page.Levels definitions, int end, int count, Encoding encoding) {
        long rows = index == null ? -1 : index.rows(page);
        page++;
        values += count;
        return new Page(body, repetitions, definitions, new Page.Range(definitions.end(), end), count, rows, encoding);
    }

    private Page.Form form() {
        return bytes.isOwn() ? Page.Form.OWN_RUNS : Page.Form.RUNS;
    }

    private Encoding checked(PageHeader header, int count, dev.batchwright.shaded.parquet.format.Encoding written) {
        if (count < 0 || count > chunk.values() || (!jumped && count > chunk.values() - values)) {
            throw bytes.damaged("a page says that it has " + count + " values");
        }
        if (count > bytes.mostEntries(header)) {
            throw bytes.damaged("a page says that it has " + count + " values, which is more than can be read at once");
        }
        // Other writers' lists are not always complete.
        if (written == null || (bytes.isOwn() && !chunk.encodings().contains(written))) {
            throw bytes.damaged("a page has the encoding " + written + ", which the footer does not mention");
        }
        if (!pagesLeft.isEmpty() && pagesLeft.merge(written, -1, Integer::sum) < 0) {
            throw bytes.damaged("more pages have the encoding " + written + " than the footer counts");
        }
        return Encoding.valueOf(written.name());
    }

    /**
     * Levels of this page version stand after their length, or are left out where there is only one level. In the oldest encoding
     * their length follows from their number.
     */
    private Page.Levels levels(
            int start,
            int end,
            int maxLevel,
            int count,
            dev.batchwright.shaded.parquet.format.@Nullable Encoding written) {
        if (maxLevel == 0) {
            return new Page.Levels(start, start, form());
        }
        if (written == dev.batchwright.shaded.parquet.format.Encoding.BIT_PACKED) {
            long packed = LevelDecoder.packedLength(maxLevel, count);
            if (packed > end - start) {
                throw bytes.damaged("the levels of a page are longer than the page");
            }
            return new Page.Levels(start, start + (int) packed, Page.Form.PACKED);
        }
        int length = end - start < 4
                ? -1
                : ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).getInt(start);
        if (length < 0 || length > end - start - 4) {
            throw bytes.damaged("the levels of a page are longer than the page");
        }
        return new Page.Levels(start + 4, start + 4 + length, form());
    }
}
