package dev.batchwright.shard.parquet;

import dev.batchwright.BatchwrightException;
import dev.batchwright.shaded.parquet.format.FileMetaData;
import dev.batchwright.shaded.parquet.schema.MessageType;
import dev.batchwright.shaded.thrift.TException;
import dev.batchwright.shard.PartInput;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file whose footer was read.
 *
 * @param in its bytes
 * @param damage makes exceptions that name it
 * @param schema its schema
 * @param meanings which of its columns hold decimals or nothing but nulls
 * @param rowGroups its row groups
 * @param metadata the key-value metadata of its footer
 * @param dataEnd where its pages end
 * @param tail indexes and footer, if the file has a checksum of them and the checksum holds
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record ParquetFile(
        PartInput in,
        Damage damage,
        MessageType schema,
        ColumnMeanings meanings,
        List<RowGroup> rowGroups,
        Map<String, String> metadata,
        long dataEnd,
        byte @Nullable [] tail) {

    /** What tells the file from another of the same name: a checksum of its end, which says where all pages are and how long. */
    long checksum() {
        if (tail == null) {
            return 0;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(tail);
        return dataEnd << 32 ^ checksum.getValue();
    }

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

    /**
     * Reads the footer of a file.
     *
     * @param in the file
     * @param damage makes exceptions that name it
     * @return the file
     * @throws IOException if it cannot be read
     * @throws BatchwrightException if it is damaged, or no Parquet file
     */
    static ParquetFile open(PartInput in, Damage damage) throws IOException {
        try {
            return read(in, damage);
        } catch (EOFException e) {
            throw damage.because("it is shorter than its footer says", e);
        } catch (BatchwrightException e) {
            throw e;
        } catch (RuntimeException | TException | StackOverflowError | LinkageError e) {
            // What parquet-java throws over a footer that makes no sense, or that has geometry in it, is any of these.
            throw damage.because("its footer cannot be understood", e);
        }
    }

    private static ParquetFile read(PartInput in, Damage damage) throws IOException, TException {
        long length = in.length();
        if (length < MAGIC.length + FileTail.END) {
            throw damage.because("it has " + length + " bytes, which is too short for a Parquet file");
        }
        byte[] end = bytes(in, length - FileTail.END, FileTail.END);
        if (!Arrays.equals(end, 4, 8, MAGIC, 0, 4) || !Arrays.equals(bytes(in, 0, MAGIC.length), MAGIC)) {
            throw damage.because(
                    "it does not begin and end as Parquet files do, so that it is cut off or something else");
        }
        int footerLength = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
        long footerEnd = length - FileTail.END;
        if (footerLength <= 0 || footerLength > footerEnd - MAGIC.length) {
            throw damage.because("its footer has a length of " + footerLength + " bytes");
        }
        byte[] footer = bytes(in, footerEnd - footerLength, footerLength);
        byte[] tail = readTail(in, footer, footerEnd, damage);
        FileMetaData written = new FileMetaData();
        written.read(Thrift.protocol(new ByteArrayInputStream(footer), footerLength));
        List<RowGroup> rowGroups = written.getRow_groups().stream()
                .map(group -> RowGroup.of(group, damage))
                .toList();
        ColumnMeanings meanings = ColumnMeanings.takeFrom(written.getSchema());
        MessageType schema = SchemaReader.schema(written.getSchema());
        checkColumns(schema, rowGroups, damage);
        return new ParquetFile(
                in,
                damage,
                schema,
                meanings,
                checked(rowGroups, written.getNum_rows(), damage),
                entries(written),
                tail == null ? footerEnd - footerLength : footerEnd - tail.length,
                tail);
    }

    private static Map<String, String> entries(FileMetaData footer) {
        Map<String, String> entries = new HashMap<>();
        if (footer.isSetKey_value_metadata()) {
            footer.getKey_value_metadata().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        }
        return entries;
    }

    private static byte @Nullable [] readTail(PartInput in, byte[] footer, long footerEnd, Damage damage)
            throws IOException {
        long length = FileTail.length(footer);
        if (length < 0) {
            return null;
        }
        if (length < footer.length || length > footerEnd - MAGIC.length) {
            throw damage.because("its footer says that indexes and footer have " + length + " bytes");
        }
        byte[] tail = bytes(in, footerEnd - length, (int) length);
        if (!FileTail.isIntact(tail, footer.length)) {
            throw damage.because("the checksum of its footer does not hold");
        }
        return tail;
    }

    /** A wrong bit in the name of a column must not make it one that the file lacks, which would read as nulls. */
    private static void checkColumns(MessageType schema, List<RowGroup> rowGroups, Damage damage) {
        Set<List<String>> columns = new HashSet<>();
        schema.getPaths().forEach(path -> columns.add(List.of(path)));
        for (RowGroup rowGroup : rowGroups) {
            if (!rowGroup.chunks().keySet().equals(columns)) {
                throw damage.because("a row group has other columns than its schema");
            }
        }
    }

    private static List<RowGroup> checked(List<RowGroup> rowGroups, long rows, Damage damage) {
        long sum = 0;
        for (RowGroup rowGroup : rowGroups) {
            sum += rowGroup.rows();
        }
        if (sum != rows) {
            throw damage.because("its row groups have " + sum + " rows, but its footer says " + rows);
        }
        return rowGroups;
    }

    private static byte[] bytes(PartInput in, long position, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(position, bytes, 0, count);
        return bytes;
    }
}
