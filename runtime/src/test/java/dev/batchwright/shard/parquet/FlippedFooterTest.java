package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.SourceException;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.ColumnsSerializer;
import dev.batchwright.shard.ColumnsSerializer.Field;
import dev.batchwright.shard.Guarded;
import dev.batchwright.shard.ValueReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Files of other makers in whose footer a bit has flipped. Such a footer has no checksum, so that it has to be at odds with itself, with
 * the row, or with the pages. What nothing else in the file says is the type of a column: a time in other units is a time as well.
 */
class FlippedFooterTest {

    private static final long ALLOWANCE = 64L << 20;

    private static Guarded guarded;

    @BeforeAll
    static void open() {
        guarded = new Guarded();
    }

    @AfterAll
    static void close() {
        guarded.close();
    }

    @Test
    void givesTheRightRowsUnlessItIsRefusedOrAnotherTypeIsAsLikely() throws IOException {
        byte[] file = resource("duckdb");
        List<?> rows = read(file);
        assertThat(rows).hasSize(5);
        List<SchemaElement> schema = schema(file);
        int others = 0;
        int refused = 0;
        for (int at = footer(file); at < file.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = file.clone();
                flipped[at] ^= (byte) (1 << bit);
                String what = "bit " + bit + " of byte " + at;
                Guarded.Outcome outcome = guarded.read(what, () -> read(flipped));
                assertThat(outcome.allocated()).as("allocated for %s", what).isLessThan(ALLOWANCE);
                if (outcome.isRefused()) {
                    refused++;
                    assertThat(outcome.refusal())
                            .as(what)
                            .isInstanceOf(SourceException.class)
                            .hasMessageContaining("foreign.parquet");
                } else if (!rows.equals(outcome.rows())) {
                    List<SchemaElement> other = schema(flipped);
                    assertThat(other).as(what).isNotEqualTo(schema);
                    assertThat(names(other)).as(what).isEqualTo(names(schema));
                    others++;
                }
            }
        }
        assertThat(others).isLessThan(80);
        assertThat(refused).isGreaterThan(1_000);
    }

    private static List<SchemaElement> schema(byte[] file) throws IOException {
        int footer = footer(file);
        return Util.readFileMetaData(new ByteArrayInputStream(file, footer, file.length - 8 - footer))
                .getSchema();
    }

    private static List<String> names(List<SchemaElement> schema) {
        return schema.stream().map(SchemaElement::getName).toList();
    }

    private static List<?> read(byte[] file) throws IOException {
        List<List<@Nullable Object>> all = new ArrayList<>();
        ColumnsSerializer serializer = ColumnsSerializer.of(
                Field.of("wide", ScalarType.LONG, (out, value) -> {}, ValueReader::readLong),
                Field.of("unsigned", ScalarType.LONG, (out, value) -> {}, ValueReader::readLong),
                Field.of("single", ScalarType.FLOAT, (out, value) -> {}, ValueReader::readFloat),
                Field.nullable("text", ScalarType.STRING, (out, value) -> {}, ValueReader::readString),
                Field.of("plain", ScalarType.STRING, (out, value) -> {}, ValueReader::readString),
                Field.nullable("flag", ScalarType.BOOLEAN, (out, value) -> {}, ValueReader::readBoolean),
                Field.of("ms", ScalarType.INSTANT, (out, value) -> {}, ValueReader::readInstant),
                Field.of("day", ScalarType.DATE, (out, value) -> {}, ValueReader::readDate),
                Field.of("big", ScalarType.DECIMAL, (out, value) -> {}, ValueReader::readDecimal));
        try (ParquetRows<List<@Nullable Object>> rows =
                ParquetRows.open(new BytesPartInput("foreign.parquet", file), serializer)) {
            for (List<@Nullable Object> row = rows.next(); row != null; row = rows.next()) {
                all.add(row);
            }
        }
        return all;
    }

    private static int footer(byte[] file) {
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 8);
        return file.length - 8 - length;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FlippedFooterTest.class.getResourceAsStream("/parquet/" + name + ".parquet"))) {
            return in.readAllBytes();
        }
    }
}
