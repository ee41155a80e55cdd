package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.SourceException;
import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.Guarded;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are cut off, or whose footer says what is not so. */
class HostileFooterTest extends HostileFiles {

    @ParameterizedTest
    @ValueSource(strings = {"pyarrow-snappy", "pyarrow-none-small-pages", "duckdb-v2"})
    void filesAreRefusedWhereverTheyAreCutOff(String name) throws IOException {
        byte[] file = resource(name);
        for (int length = 0; length < file.length; length++) {
            int cut = length;
            Guarded.Outcome outcome = guarded.read(
                    name + " cut to " + length,
                    () -> List.of(
                            ParquetRows.rowGroups(new BytesPartInput("foreign.parquet", Arrays.copyOf(file, cut)))));
            assertThat(outcome.refusal())
                    .as("cut to %d", length)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("foreign.parquet");
        }
    }

    @Test
    void anyNumberInTheFooter() {
        for (long odd : ODD) {
            read("offset", footer(data -> data.setData_page_offset(odd)));
            read("dictionary", footer(data -> data.setDictionary_page_offset(odd)));
            read("size", footer(data -> data.setTotal_compressed_size(odd)));
            read("length", footer(data -> data.setTotal_uncompressed_size(odd)));
            read("values", footer(data -> data.setNum_values(odd)));
            ForeignFile rows = page();
            rows.withFooter(footer -> {
                footer.setNum_rows(odd);
                footer.getRow_groups().get(0).setNum_rows(odd);
            });
            read("rows " + odd, rows);
            ForeignFile children = page();
            children.withFooter(footer -> footer.getSchema().get(0).setNum_children((int) odd));
            read("children " + odd, children);
        }
    }

    @Test
    void schemasThatAreDeep() {
        for (int depth : new int[] {150, 1_000, 100_000}) {
            ForeignFile file = page();
            file.withFooter(footer -> {
                List<SchemaElement> deep = new ArrayList<>(footer.getSchema().subList(0, 1));
                deep.addAll(Collections.nCopies(
                        depth,
                        new SchemaElement("g").setNum_children(1).setRepetition_type(FieldRepetitionType.OPTIONAL)));
                deep.add(footer.getSchema().get(1));
                footer.setSchema(deep);
            });
            read("depth " + depth, file);
        }
    }

    private static ForeignFile footer(Consumer<ColumnMetaData> change) {
        return page().withFooter(footer ->
                change.accept(footer.getRow_groups().get(0).getColumns().get(0).getMeta_data()));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HostileFooterTest.class.getResourceAsStream("/parquet/" + name + ".parquet"))) {
            return in.readAllBytes();
        }
    }
}
