package dev.batchwright.shard.parquet;

import dev.batchwright.BatchwrightException;
import dev.batchwright.shaded.parquet.format.DataPageHeader;
import dev.batchwright.shaded.parquet.format.Encoding;
import dev.batchwright.shaded.parquet.format.PageHeader;
import dev.batchwright.shard.PartCheck;
import dev.batchwright.shard.PartFooter;
import java.io.EOFException;
import java.io.IOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the pages of a part against their checksums, and their headers, which have none, against the index and the footer. Bodies are
 * decompressed, since a header says how long they get; values are not decoded. One page is held at a time.
 */
final class PagesCheck {

    private final ParquetFile file;
    private final PageDecompressor decompressor;
    private final PartCheck.Findings findings = new PartCheck.Findings();
    private byte[] body = {};

    private PagesCheck(ParquetFile file, PageDecompressor decompressor) {
        this.file = file;
        this.decompressor = decompressor;
    }

    static PartCheck of(ParquetFile file, PartFooter footer) throws IOException {
        try (PageDecompressor decompressor = new PageDecompressor()) {
            PagesCheck check = new PagesCheck(file, decompressor);
            long firstRow = 0;
            for (RowGroup group : file.rowGroups()) {
                List<Chunk> chunks = group.chunks().values().stream()
                        .sorted(Comparator.comparingLong(Chunk::start))
                        .toList();
                for (Chunk chunk : chunks) {
                    check.checkChunk(chunk, firstRow, group.rows());
                }
                firstRow += group.rows();
            }
            return check.findings.of(footer);
        }
    }

    private void checkChunk(Chunk chunk, long firstRow, long rows) throws IOException {
        try {
            PageBytes bytes = new PageBytes(file, chunk, decompressor);
            PageIndex index = PageIndex.of(file, chunk, rows);
            if (index == null) {
                throw bytes.damaged("it has no index");
            }
            if (index.pages() == 0 || bytes.position() < index.offset(0)) {
                checkDictionary(chunk, bytes);
            }
            checkPages(chunk, bytes, index, firstRow);
        } catch (BatchwrightException e) {
            findings.add(firstRow, firstRow + rows, String.valueOf(e.getMessage()));
        }
    }

    private void checkDictionary(Chunk chunk, PageBytes bytes) throws IOException {
        PageHeader header = read(bytes);
        if (!header.isSetDictionary_page_header()) {
            throw bytes.damaged("there is no dictionary where the index leaves room for one");
        }
        ChunkDictionary dictionary = new ChunkDictionary(
                file.schema().getColumnDescription(chunk.path().toArray(new String[0])));
        dictionary.read(header, bytes);
        try {
            dictionary.decoded(); // nothing else shows that the header's number of values is right
        } catch (RuntimeException e) {
            throw bytes.damaged("its dictionary cannot be decoded", e);
        }
        if (!dictionary.isWhole()) {
            throw bytes.damaged("its dictionary has fewer values than were written");
        }
    }

    private void checkPages(Chunk chunk, PageBytes bytes, PageIndex index, long firstRow) throws IOException {
        long values = 0;
        Map<Encoding, Integer> encodings = new EnumMap<>(Encoding.class);
        boolean allSound = true;
        for (int page = 0; page < index.pages(); page++) {
            try {
                bytes.moveTo(index.offset(page));
                DataPageHeader header = checkPage(chunk, bytes);
                values += header.getNum_values();
                encodings.merge(header.getEncoding(), 1, Integer::sum);
                long end = page + 1 < index.pages() ? index.offset(page + 1) : chunk.start() + chunk.size();
                if (bytes.position() != end) {
                    throw bytes.damaged("a page does not end where the next one begins");
                }
            } catch (BatchwrightException e) {
                allSound = false;
                findings.add(
                        firstRow + index.firstRow(page),
                        firstRow + index.firstRow(page + 1),
                        String.valueOf(e.getMessage()));
            }
        }
        if (allSound && values != chunk.values()) {
            throw bytes.damaged("it has " + values + " values and not " + chunk.values());
        }
        if (allSound && !chunk.dataPages().isEmpty() && !encodings.equals(chunk.dataPages())) {
            throw bytes.damaged("its pages have the encodings " + encodings + " and not " + chunk.dataPages());
        }
    }

    private DataPageHeader checkPage(Chunk chunk, PageBytes bytes) throws IOException {
        PageHeader header = read(bytes);
        @Nullable DataPageHeader data = header.getData_page_header();
        if (data == null
                || data.getNum_values() < 0
                || !chunk.encodings().contains(data.getEncoding())
                || data.getDefinition_level_encoding() != Encoding.RLE
                || data.getRepetition_level_encoding() != Encoding.RLE) {
            throw bytes.damaged("the header of a page is not as it was written");
        }
        body = bytes.readBody(header, 0, true, body);
        return data;
    }

    private PageHeader read(PageBytes bytes) throws IOException {
        try {
            return bytes.readHeader();
        } catch (EOFException e) {
            throw bytes.damaged("the file ends within a page", e);
        }
    }
}
