package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.SourceException;
import dev.batchwright.shard.BytesPartInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The row that a file has when no record was written for it. */
class FileColumnsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "required boolean c; | c:boolean",
                "optional int32 c; | c:int?",
                "required int32 c (INTEGER(8,true)); | c:int",
                "required int32 c (INTEGER(16,false)); | c:int",
                "required int32 c (INTEGER(32,false)); | c:long",
                "required int64 c; | c:long",
                "required int64 c (INTEGER(64,false)); | c:decimal",
                "required float c; | c:float",
                "required double c; | c:double",
                "required fixed_len_byte_array(2) c (FLOAT16); | c:float",
                "required binary c (STRING); | c:string",
                "required binary c (ENUM); | c:string",
                "required binary c (JSON); | c:string",
                "required binary c; | c:bytes",
                "required fixed_len_byte_array(16) c; | c:bytes",
                "required fixed_len_byte_array(16) c (UUID); | c:uuid",
                "required int32 c (DATE); | c:date",
                "required int64 c (TIMESTAMP(MILLIS,true)); | c:instant",
                "required int64 c (TIMESTAMP(NANOS,false)); | c:date_time",
                "required int64 c (TIME(MICROS,true)); | c:duration",
                "required int96 c; | c:instant",
                "required int32 c (DECIMAL(9,2)); | c:decimal",
                "optional group c { optional int64 x; required binary y (STRING); } | c:{x:long?,y:string}?",
                "optional group c (LIST) { repeated group list { optional int64 element; } } | c:list<long?>?",
                "required group c (LIST) { repeated int64 element; } | c:list<long>",
                "repeated int64 c; | c:list<long>",
                "optional group c (LIST) { repeated group list { optional group element (LIST) { repeated group list { "
                        + "required double element; } } } } | c:list<list<double>?>?",
                "optional group c (MAP) { repeated group key_value { required binary key (STRING); optional int32 value; } } "
                        + "| c:map<int?>?",
                "optional group c (MAP) { repeated group key_value { required int32 key; optional int32 value; } } "
                        + "| 'c:list<{key:int,value:int?}>?'"
            })
    void isFoundFromTheSchema(String field, String row) throws IOException {
        byte[] file = file("message file { " + field + " }");

        assertThat(ParquetRows.columns(new BytesPartInput("any.parquet", file)).describe())
                .isEqualTo("{" + row + "}");
    }

    @Test
    void mustBeOneThatARowCanHave() {
        byte[] file = file("message file { required binary c (BSON); }");

        assertThatThrownBy(() -> ParquetRows.columns(new BytesPartInput("any.parquet", file)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("any.parquet cannot be read: column c is required binary c (BSON)");
    }

    private static byte[] file(String schema) {
        byte[] magic = "PAR1".getBytes(StandardCharsets.US_ASCII);
        byte[] footer = TextSchema.foreignFooter(schema);
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array();
        return ForeignFile.concat(magic, footer, length, magic);
    }
}
