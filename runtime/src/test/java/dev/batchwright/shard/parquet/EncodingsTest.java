package dev.batchwright.shard.parquet;

import static dev.batchwright.shard.parquet.PageParts.bytes;
import static dev.batchwright.shard.parquet.PageParts.framed;
import static dev.batchwright.shard.parquet.PageParts.ids;
import static dev.batchwright.shard.parquet.PageParts.levels;
import static dev.batchwright.shard.parquet.PageParts.nulls;
import static dev.batchwright.shard.parquet.ValueEncoder.HEAP;
import static org.apache.parquet.format.Encoding.BIT_PACKED;
import static org.apache.parquet.format.Encoding.PLAIN;
import static org.apache.parquet.format.Encoding.PLAIN_DICTIONARY;
import static org.apache.parquet.format.Encoding.RLE;
import static org.apache.parquet.format.Encoding.RLE_DICTIONARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.parquet.column.values.bitpacking.BitPackingValuesWriter;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads every encoding of every type of column, as parquet-java's own encoders write them, in both versions of pages. */
class EncodingsTest {

    private static final long SEED = 20261124;
    private static final int ROWS = 3_000;

    static Stream<EncodedType> types() {
        return Stream.of(EncodedNumbers.types(), EncodedBytes.types()).flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyEncodingInBothVersionsOfPages(EncodedType type) throws IOException {
        List<@Nullable Object> values = type.values(ROWS, false);
        List<@Nullable Object> some = type.values(ROWS, true);
        for (ValueEncoder encoder : type.encoders()) {
            ForeignFile v1 = new ForeignFile(List.of(type.element()));
            ForeignFile v2 = new ForeignFile(List.of(type.element()));
            for (int from = 0; from < ROWS; from += 1_000) {
                List<@Nullable Object> page = some.subList(from, from + 1_000);
                byte[] encoded = type.encode(encoder, page);
                byte[] levels = levels(page);
                v1.pageV1(encoder.encoding(), RLE, 1_000, framed(levels), encoded);
                v2.pageV2(encoder.encoding(), 1_000, nulls(page), levels, encoded, false);
            }
            assertThat(type.read(v1)).as("%s, version 1", encoder.encoding()).isEqualTo(some);
            assertThat(type.read(v2)).as("%s, version 2", encoder.encoding()).isEqualTo(some);

            SchemaElement required = type.element().deepCopy().setRepetition_type(FieldRepetitionType.REQUIRED);
            ForeignFile full = new ForeignFile(List.of(required));
            full.pageV1(encoder.encoding(), RLE, ROWS, new byte[0], type.encode(encoder, values));
            assertThat(type.read(full)).as("%s, required", encoder.encoding()).isEqualTo(values);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void dictionariesAndWhatFollowsWhenTheyGetTooLarge(EncodedType type) throws IOException {
        if (type.element().getType() == Type.BOOLEAN) {
            return;
        }
        Random random = new Random(SEED);
        List<@Nullable Object> entries =
                new ArrayList<>(new LinkedHashSet<>(type.values(ROWS, false).subList(0, 40)));
        List<@Nullable Object> picked = random.ints(1_000, 0, entries.size())
                .<Object>mapToObj(entries::get)
                .toList();
        byte[] plain = type.encode(type.encoders().get(0), entries);
        for (Encoding encoding : List.of(PLAIN_DICTIONARY, RLE_DICTIONARY)) {
            ForeignFile file = new ForeignFile(List.of(type.element()));
            file.dictionary(encoding == RLE_DICTIONARY ? PLAIN : encoding, entries.size(), plain);
            file.pageV1(encoding, RLE, 1_000, framed(levels(picked)), ids(entries, picked));
            file.pageV2(encoding, 1_000, 0, levels(picked), ids(entries, picked), false);
            List<@Nullable Object> late = type.values(ROWS, true).subList(0, 500);
            byte[] fallback = type.encode(type.encoders().get(0), late);
            file.pageV1(PLAIN, RLE, 500, framed(levels(late)), fallback);

            List<@Nullable Object> all = new ArrayList<>(picked);
            all.addAll(picked);
            all.addAll(late);
            assertThat(type.read(file)).as("%s", encoding).isEqualTo(all);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void levelsInTheOldestEncoding(EncodedType type) throws IOException {
        List<@Nullable Object> page = type.values(ROWS, true).subList(0, 1_000);
        BitPackingValuesWriter packed = new BitPackingValuesWriter(1, 64, 1 << 20, HEAP);
        page.forEach(value -> packed.writeInteger(value == null ? 0 : 1));
        ValueEncoder plain = type.encoders().get(0);
        ForeignFile file = new ForeignFile(List.of(type.element()));
        file.pageV1(plain.encoding(), BIT_PACKED, 1_000, bytes(packed.getBytes()), type.encode(plain, page));

        assertThat(type.read(file)).isEqualTo(page);
    }

    @ParameterizedTest
    @MethodSource("types")
    void pagesWithoutValuesAndPagesOfNulls(EncodedType type) throws IOException {
        List<@Nullable Object> nulls = new ArrayList<>(Collections.nCopies(700, null));
        for (ValueEncoder encoder : type.encoders()) {
            ForeignFile file = new ForeignFile(List.of(type.element()));
            file.pageV1(encoder.encoding(), RLE, 0, framed(new byte[0]), new byte[0]);
            file.pageV1(encoder.encoding(), RLE, 700, framed(levels(nulls)), new byte[0]);
            file.pageV2(encoder.encoding(), 0, 0, new byte[0], new byte[0], true);
            file.pageV2(encoder.encoding(), 700, 700, levels(nulls), new byte[0], true);

            List<@Nullable Object> all = new ArrayList<>(nulls);
            all.addAll(nulls);
            assertThat(type.read(file)).isEqualTo(all);
        }
    }
}
