package dev.batchwright.shard.parquet;

import static org.apache.parquet.format.Encoding.PLAIN;
import static org.apache.parquet.format.Encoding.RLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.SourceException;
import dev.batchwright.schema.ColumnType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.Guarded;
import dev.batchwright.shard.ValueReader;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Reads files from anywhere, which promise what they do not have. Nothing that they say is a reason to allocate what they could not fill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileFiles {

    static final long[] ODD = {
        -1, 0, 1, 7, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 32
    };

    /** What may be allocated for a file of some hundred bytes: 16 entries of a page for each, or a million, a few times over. */
    private static final long ALLOWANCE = 64L << 20;

    final Guarded guarded = new Guarded();

    @AfterAll
    void close() {
        guarded.close();
    }

    final void read(String what, ForeignFile file) {
        read(what, file, ScalarType.INT, ValueReader::readInt);
    }

    final void read(String what, ForeignFile file, ColumnType type, Function<ValueReader, Object> read) {
        byte[] bytes = file.bytes();
        Guarded.Outcome outcome = guarded.read(what, () -> ForeignRows.read(bytes, type, read));
        assertThat(outcome.allocated()).as("allocated for %s", what).isLessThan(ALLOWANCE + 256L * bytes.length);
        if (outcome.isRefused()) {
            assertThat(outcome.refusal())
                    .as(what)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("foreign.parquet");
        }
    }

    static ForeignFile ints(Consumer<PageHeader> change) {
        return new ForeignFile(List.of(required(Type.INT32)))
                .withHeaders(change)
                .pageV1(PLAIN, RLE, 100, new byte[0], new byte[400]);
    }

    static ForeignFile page() {
        return ints(header -> {});
    }

    static SchemaElement required(Type type) {
        return new SchemaElement("c").setType(type).setRepetition_type(FieldRepetitionType.REQUIRED);
    }
}
