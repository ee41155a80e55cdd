package dev.batchwright.shard.parquet;

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

class ParquetSchemaTest {

    @Test
    void singleValuesHaveTheTypesThatOtherToolsKnow() {
        assertSchema(
                RecordType.named("Row")
                        .column("flag", ScalarType.BOOLEAN)
                        .column("tiny", ScalarType.BYTE)
                        .column("small", ScalarType.SHORT)
                        .column("letter", ScalarType.CHAR)
                        .column("number", ScalarType.INT)
                        .nullable("big", ScalarType.LONG)
                        .column("single", ScalarType.FLOAT)
                        .column("real", new OptionalType(ScalarType.DOUBLE))
                        .column("text", ScalarType.STRING)
                        .column("bytes", ScalarType.BYTES)
                        .column("color", new EnumType("Color", List.of("RED")))
                        .column("price", ScalarType.DECIMAL)
                        .column("id", ScalarType.UUID),
                """
                message Row {
                  required boolean flag;
                  required int32 tiny (INTEGER(8,true));
                  required int32 small (INTEGER(16,true));
                  required int32 letter (INTEGER(16,false));
                  required int32 number;
                  optional int64 big;
                  required float single;
                  optional double real;
                  required binary text (STRING);
                  required binary bytes;
                  required binary color (ENUM);
                  required binary price (STRING);
                  required fixed_len_byte_array(16) id (UUID);
                }
                """);
    }

    @Test
    void timesHaveARestBesideThem() {
        assertSchema(
                RecordType.named("Row")
                        .column("at", ScalarType.INSTANT)
                        .nullable("local", ScalarType.DATE_TIME)
                        .column("day", ScalarType.DATE)
                        .column("took", ScalarType.DURATION)
                        .column("all", new ListType(ScalarType.INSTANT, true, false)),
                """
                message Row {
                  required int64 at (TIMESTAMP(MICROS,true));
                  required int32 at__rest;
                  optional int64 local (TIMESTAMP(MICROS,false));
                  optional int32 local__rest;
                  required int32 day (DATE);
                  required int32 day__rest;
                  required int64 took;
                  required int32 took__rest;
                  required group all (LIST) {
                    repeated group list {
                      optional group element {
                        required int64 value (TIMESTAMP(MICROS,true));
                        required int32 rest;
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void theRestOfATimeGivesWayToAColumnOfItsName() {
        assertSchema(RecordType.named("Row").column("day", ScalarType.DATE).column("day__rest", ScalarType.INT), """
                message Row {
                  required int32 day (DATE);
                  required int32 day__rest_;
                  required int32 day__rest;
                }
                """);
    }

    @Test
    void listsAndMapsHaveTheirStandardForm() {
        assertSchema(
                RecordType.named("Row")
                        .column("vector", new ArrayType(ScalarType.FLOAT))
                        .nullable("names", new ListType(ScalarType.STRING, true, true))
                        .column("weights", new MapType(new ListType(ScalarType.INT, false, false), true)),
                """
                message Row {
                  required group vector (LIST) {
                    repeated group list {
                      required float element;
                    }
                  }
                  optional group names (LIST) {
                    repeated group list {
                      optional binary element (STRING);
                    }
                  }
                  required group weights (MAP) {
                    repeated group key_value {
                      required binary key (STRING);
                      optional group value (LIST) {
                        repeated group list {
                          required int32 element;
                        }
                      }
                    }
                  }
                }
                """);
    }

    @Test
    void recordsAndSealedInterfacesAreGroupsThatAreNeverEmpty() {
        RecordType nothing = RecordType.named("Nothing").build();
        RecordType circle =
                RecordType.named("kind").column("radius", ScalarType.DOUBLE).build();
        assertSchema(
                RecordType.named("Row")
                        .nullable("nothing", nothing)
                        .column("shape", new UnionType("Shape", List.of(nothing, circle))),
                """
                message Row {
                  optional group nothing {
                    required boolean present;
                  }
                  required group shape {
                    required binary kind_ (STRING);
                    optional group kind {
                      required double radius;
                    }
                  }
                }
                """);
    }

    private static void assertSchema(RecordType.Builder row, String expected) {
        assertThat(TextSchema.print(ParquetSchema.of(row.build()))).isEqualTo(TextSchema.normal(expected));
    }
}
