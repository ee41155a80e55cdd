package dev.batchwright.processor.schema;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that no processor has written. */
class RecordedSchemaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "`` # in line 1 it ends too early",
                "{ # in line 1 it ends too early",
                "[] # in line 1 '{' was expected",
                "{} {} # in line 1 the end was expected",
                "{} # its formatVersion is null instead of 1",
                "{\"formatVersion\": 2} # its formatVersion is 2 instead of 1",
                "{\"formatVersion\": null} # in line 1 a value was expected",
                "{\"formatVersion\": 1} # 'columns' is not an object",
                "{\"formatVersion\": 1, \"columns\": {\"id\": \"text\"}} # 'text', the type of id, is no type of a column",
                "{\"formatVersion\": 1, \"columns\": {\"id\": \"array<int\"}} # 'array<int', the type of id, is no type",
                "{\"formatVersion\": 1, \"columns\": {\"id\": {\"bag\": \"int\"}}} # 'bag', the type of id, is no type",
                "{\"formatVersion\": 1, \"columns\": {\"id\": {}}} # the type of id has 0 names instead of one",
                "{\"formatVersion\": 1, \"columns\": {\"id\": {\"list\": 5}}} # the type of id[] is not an object",
                "{\"formatVersion\": 1, \"columns\": {\"id\": {\"enum A\": 5}}} # the constants of id are not in a list",
                "{\"formatVersion\": 1, \"columns\": {\"id\": \"int\", \"id\": \"int\"}} # 'id' was there before",
                "{\"formatVersion\": 99999999999999999999} # in line 1 a value was expected",
                "{\"format\\x\": 1} # '\\x' stands for nothing",
                "{\"format\\u00g0\": 1} # four hexadecimal digits were expected",
                "{\"format # in line 1 it ends too early"
            })
    void areRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> RecordedSchema.parse(text))
                .isInstanceOf(MalformedSchemaException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void takeNoMoreOfTheStackThanTheyMay() {
        assertThatThrownBy(() -> RecordedSchema.parse("{\"a\":".repeat(100_000)))
                .isInstanceOf(MalformedSchemaException.class)
                .hasMessageContaining("it is nested deeper than 200");
    }

    @Test
    void areNamedByTheLine() {
        assertThatThrownBy(() -> RecordedSchema.parse("{\n  \"formatVersion\": 1,\n  oops\n}"))
                .hasMessageContaining("in line 3 '\"' was expected");
    }
}
