package dev.batchwright.processor.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.processor.json.Json;
import dev.batchwright.processor.json.JsonReader;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.SchemaChange;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The processor finds the same changes as the runtime, in the same words, and reads its own files. */
class SchemaDifferenceTest {

    private static final int PAIRS = 2_000;

    @Test
    void saysOfEveryTwoNumbersWhatTheRuntimeSays() {
        for (ScalarType before : ScalarType.values()) {
            for (ScalarType now : ScalarType.values()) {
                compare(single(before.describe()), single(now.describe()), "");
            }
        }
    }

    @Test
    void saysOfEveryTwoRecordsWhatTheRuntimeSays() {
        int readable = 0;
        int grown = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            RandomSchema random = new RandomSchema(new Random(seed));
            SchemaType.Structure before = random.record();
            SchemaDifference difference = compare(before, random.changed(before), "seed " + seed);
            readable += difference.obstacles().isEmpty() ? 1 : 0;
            grown += difference.obstacles().isEmpty() && !difference.changes().isEmpty() ? 1 : 0;
        }
        // Else the pairs would not show much.
        assertThat(readable).isBetween(PAIRS / 10, PAIRS * 9 / 10);
        assertThat(grown).isGreaterThan(PAIRS / 50);
    }

    @Test
    void whatIsWrittenAsJsonIsReadAsTheSame() throws Exception {
        for (int seed = 0; seed < 500; seed++) {
            SchemaType.Structure record = new RandomSchema(new Random(seed)).record();

            String json = Json.of(SchemaJson.columns(record));

            assertThat(SchemaJsonReader.columns(JsonReader.object(json), ""))
                    .as("seed " + seed)
                    .isEqualTo(record);
        }
    }

    private static SchemaDifference compare(SchemaType.Structure before, SchemaType.Structure now, String as) {
        SchemaDifference difference = SchemaDifference.between(before, now);
        SchemaChange change =
                SchemaChange.between(RecordType.parse(before.describe()), RecordType.parse(now.describe()));

        assertThat(texts(difference.changes())).as(as).isEqualTo(change.changes());
        assertThat(texts(difference.obstacles())).as(as).isEqualTo(change.obstacles());
        return difference;
    }

    private static List<String> texts(List<SchemaDifference.Change> changes) {
        return changes.stream().map(SchemaDifference.Change::text).toList();
    }

    private static SchemaType.Structure single(String type) {
        return new SchemaType.Structure(
                List.of(new SchemaType.Column("a", new SchemaType.Single(type), false, Optional.empty())));
    }
}
