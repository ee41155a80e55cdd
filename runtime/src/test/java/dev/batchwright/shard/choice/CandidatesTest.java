package dev.batchwright.shard.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.schema.ListType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    private static final RecordType FLAT =
            RecordType.named("Flat").column("text", ScalarType.STRING).build();

    private static final RecordType NESTED = RecordType.named("Nested")
            .column("tags", new OptionalType(new ListType(ScalarType.STRING, false, false)))
            .build();

    private final ShardFormats formats =
            ShardFormats.of(List.of(fake("msgpack"), fake("object"), fake("of-my-own"), fake("parquet")));

    private static ShardFormat fake(String name) {
        return new FakeFormat(name, new AtomicLong(), 1, 1);
    }

    @Test
    void areParquetAndMessagePackForFlatRows() {
        assertThat(Candidates.formats(formats, FLAT))
                .extracting(ShardFormat::name)
                .containsExactly("parquet", "msgpack");
    }

    @Test
    void areAlsoTheObjectFormatForNestedRows() {
        assertThat(Candidates.formats(formats, NESTED))
                .extracting(ShardFormat::name)
                .containsExactly("parquet", "msgpack", "object");
    }

    @Test
    void leaveOutWhatIsNotThere() {
        assertThat(Candidates.formats(ShardFormats.of(List.of(fake("msgpack"))), NESTED))
                .extracting(ShardFormat::name)
                .containsExactly("msgpack");
    }

    @Test
    void pairEachFormatWithEachCompression() {
        assertThat(Candidates.pairs(Candidates.formats(formats, FLAT), Candidates.compressions()))
                .extracting(PartEncoding::toString)
                .containsExactly(
                        "parquet zstd", "parquet lz4", "parquet none", "msgpack zstd", "msgpack lz4", "msgpack none");
    }
}
