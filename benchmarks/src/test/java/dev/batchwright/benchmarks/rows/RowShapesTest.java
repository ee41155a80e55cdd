package dev.batchwright.benchmarks.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowShapesTest {

    private static final Path CORPUS = Path.of(System.getProperty("benchmarks.corpus"));

    static Stream<RowShape<?>> shapes() {
        return Stream.concat(RowShapes.ofChoice().stream(), Stream.of(RowShapes.COLUMNS));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    <T> void theSameRowsAreMadeEachTime(RowShape<T> shape) throws Exception {
        List<T> rows = shape.rows(100, CORPUS);
        assertThat(rows).hasSize(100);
        assertThat(shape.digestOf(shape.rows(100, CORPUS))).isEqualTo(shape.digestOf(rows));
    }

    @Test
    void textsAreOfAKilobyteAndNoneComesTwice() throws Exception {
        List<String> texts =
                RowShapes.TEXT.rows(30_000, CORPUS).stream().map(Passage::text).toList();
        assertThat(texts).allMatch(text -> text.length() == 1024).doesNotHaveDuplicates();
    }
}
