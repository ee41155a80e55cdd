package dev.batchwright.shard.parquet;

import dev.batchwright.shard.ColumnReads;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.FooterJson;
import dev.batchwright.shard.PartCheck;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.PartReader;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Parts as plain Parquet files, which DuckDB, pyarrow and Spark read: with logical types, statistics, page indexes and checksums. For
 * numbers and vectors, and for readers who touch few of many columns.
 *
 * <p>A part differs from any other Parquet file in two entries of its footer's metadata: {@value #PART_KEY}, its footer as text, and
 * {@value FileTail#KEY}, a checksum of the footer and the page indexes.
 *
 * <p>What protects a reader from a damaged part: bodies of pages, footer and page indexes have checksums. Headers of pages have none in
 * Parquet; what they say is checked against the indexes, the footer and the body. Lengths are checked before anything is allocated
 * for them, and a page is believed to grow to no more than {@value InflationLimit#FREE} bytes, or {@value InflationLimit#RATIO} times
 * its length in the file if that is more.
 */
public final class ParquetFormat implements ShardFormat {

    static final String PART_KEY = "batchwright.part";

    private final int rowGroupBytes;

    /** Called by {@link java.util.ServiceLoader}. */
    public ParquetFormat() {
        this(ParquetRowsWriter.ROW_GROUP_BYTES);
    }

    ParquetFormat(int rowGroupBytes) {
        this.rowGroupBytes = rowGroupBytes;
    }

    @Override
    public String name() {
        return "parquet";
    }

    @Override
    public String extension() {
        return "parquet";
    }

    /** All of them. */
    @Override
    public boolean supports(CompressionSetting compression) {
        return true;
    }

    @Override
    public <T> PartWriter<T> write(OutputStream out, ShardSerializer<T> serializer, CompressionSetting compression)
            throws IOException {
        return new ParquetPartWriter<>(new ParquetRowsWriter<>(out, serializer, compression, rowGroupBytes));
    }

    @Override
    public <T> PartReader<T> read(PartInput in, ShardSerializer<T> serializer) throws IOException {
        return read(in, serializer, ColumnReads.fromFiles());
    }

    @Override
    public <T> PartReader<T> read(PartInput in, ShardSerializer<T> serializer, ColumnReads reads) throws IOException {
        ParquetFile file = open(in);
        PartFooter footer = footer(file);
        String hash = serializer.schema().hash();
        if (!footer.schemaHash().equals(hash)) {
            throw file.damage()
                    .because("its rows have the schema " + footer.schemaHash() + ", and "
                            + serializer.rowType().getName() + " has " + hash);
        }
        // The name of the record is no part of the hash.
        if (!file.schema()
                .getFields()
                .equals(ParquetSchema.of(serializer.schema()).getFields())) {
            throw file.damage().because("its columns are not those of its schema");
        }
        return new ParquetPartReader<>(new ParquetRows<>(file, serializer, reads), footer);
    }

    @Override
    public PartFooter readFooter(PartInput in) throws IOException {
        return footer(open(in));
    }

    /** Holds each page against its checksum, the indexes and the footer; decodes no values. */
    @Override
    public <T> PartCheck check(PartInput in, @Nullable ShardSerializer<T> serializer) throws IOException {
        ParquetFile file = open(in);
        return PagesCheck.of(file, footer(file));
    }

    private static ParquetFile open(PartInput in) throws IOException {
        ParquetFile file = ParquetFile.open(in, Damage.ofPart(in.name()));
        if (file.tail() == null) {
            throw file.damage().because("its footer has no checksum, so that it is no part");
        }
        return file;
    }

    private static PartFooter footer(ParquetFile file) {
        String text = file.metadata().get(PART_KEY);
        if (text == null) {
            throw file.damage().because("it is a Parquet file, but no part");
        }
        PartFooter footer = FooterJson.read(text, file.in().name());
        long rows = file.rowGroups().stream().mapToLong(RowGroup::rows).sum();
        if (footer.rows() != rows) {
            throw file.damage().because("it has " + rows + " rows and not " + footer.rows());
        }
        return footer;
    }
}
