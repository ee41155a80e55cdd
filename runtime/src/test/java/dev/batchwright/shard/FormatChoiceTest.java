package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.schema.ArrayType;
import dev.batchwright.schema.EnumType;
import dev.batchwright.schema.ListType;
import dev.batchwright.schema.MapType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatChoiceTest {

    @Test
    void vectorsGoToParquetWhateverStandsBesideThem() {
        RecordType schema = RecordType.named("Embedded")
                .column("title", ScalarType.STRING)
                .column("tags", new ListType(ScalarType.STRING, false, false))
                .column("vector", new ArrayType(ScalarType.FLOAT))
                .build();

        assertThat(FormatChoice.of(schema)).hasToString("parquet: column vector is a vector of numbers");
    }

    @Test
    void vectorsMayBeOptional() {
        RecordType schema = RecordType.named("Embedded")
                .column("title", ScalarType.STRING)
                .column("vector", new OptionalType(new ArrayType(ScalarType.DOUBLE)))
                .build();

        assertThat(FormatChoice.of(schema).format()).isEqualTo("parquet");
    }

    @Test
    void mostlyNumbersAndTimesGoToParquet() {
        RecordType schema = RecordType.named("Measure")
                .column("sensor", ScalarType.STRING)
                .column("at", ScalarType.INSTANT)
                .nullable("value", ScalarType.DOUBLE)
                .column("unit", new EnumType("Unit", List.of("KELVIN")))
                .column("level", new OptionalType(ScalarType.INT))
                .build();

        assertThat(FormatChoice.of(schema)).hasToString("parquet: 4 of 5 columns are numbers, times or enums");
    }

    @Test
    void textGoesToMessagePack() {
        RecordType schema = RecordType.named("Chunk")
                .column("title", ScalarType.STRING)
                .column("index", ScalarType.INT)
                .column("text", ScalarType.STRING)
                .build();

        assertThat(FormatChoice.of(schema)).hasToString("msgpack: 1 of 3 columns are numbers, times or enums");
    }

    @Test
    void halfIsNotMost() {
        RecordType schema = RecordType.named("Pair")
                .column("word", ScalarType.STRING)
                .column("count", ScalarType.LONG)
                .build();

        assertThat(FormatChoice.of(schema).format()).isEqualTo("msgpack");
    }

    @Test
    void nestedRowsGoToMessagePack() {
        RecordType point = RecordType.named("Point").column("x", ScalarType.INT).build();
        for (var nested : List.of(
                point,
                new ListType(ScalarType.INT, false, false),
                new MapType(ScalarType.INT, false),
                new UnionType("Shape", List.of(point)),
                new OptionalType(point))) {
            RecordType schema = RecordType.named("Row")
                    .column("a", ScalarType.INT)
                    .column("b", ScalarType.INT)
                    .column("nested", nested)
                    .build();

            assertThat(FormatChoice.of(schema)).hasToString("msgpack: column nested is nested");
        }
    }

    @Test
    void compressionIsZstandardAtItsLowestLevel() {
        assertThat(FormatChoice.of(EverythingSerializer.SCHEMA).compression()).hasToString("zstd");
    }
}
