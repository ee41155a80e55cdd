package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.OffsetIndex;
import dev.batchwright.shaded.parquet.format.PageLocation;
import dev.batchwright.shaded.thrift.TException;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the pages of a column chunk begin, and with which rows. Only made of an index whose checksum holds, since a wrong one would
 * lead to wrong rows.
 */
final class PageIndex {

    private final long[] offsets;
    private final long[] firstRows;
    private final long groupRows;

    private PageIndex(List<PageLocation> pages, long groupRows) {
        this.offsets = pages.stream().mapToLong(PageLocation::getOffset).toArray();
        this.firstRows =
                pages.stream().mapToLong(PageLocation::getFirst_row_index).toArray();
        this.groupRows = groupRows;
    }

    static @Nullable PageIndex of(ParquetFile file, Chunk chunk, long groupRows) {
        byte[] tail = file.tail();
        if (tail == null || chunk.indexSize() == 0) {
            return null;
        }
        long start = chunk.indexStart() - file.dataEnd();
        int length = chunk.indexSize();
        if (start < 0 || length <= 0 || start > tail.length - length) {
            throw file.damage().because("its footer points outside of its indexes");
        }
        try {
            OffsetIndex index = new OffsetIndex();
            index.read(Thrift.protocol(new ByteArrayInputStream(tail, (int) start, length), length));
            return new PageIndex(index.getPage_locations(), groupRows);
        } catch (TException | RuntimeException e) {
            throw file.damage().because("one of its indexes cannot be understood", e);
        }
    }

    int pages() {
        return offsets.length;
    }

    long offset(int page) {
        return offsets[page];
    }

    long firstRow(int page) {
        return page < firstRows.length ? firstRows[page] : groupRows;
    }

    long rows(int page) {
        return firstRow(page + 1) - firstRow(page);
    }

    /** The last page from {@code page} on that begins at or before a row. */
    int pageOf(long row, int page) {
        int found = page;
        while (found + 1 < offsets.length && firstRows[found + 1] <= row) {
            found++;
        }
        return found;
    }
}
