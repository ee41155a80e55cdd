package dev.batchwright.processor.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "zstd, zstd, 0",
        "zsdt, zstd, 1",
        "zst, zstd, 1",
        "zstdd, zstd, 1",
        "Zstd, zstd, 0",
        "ca, abc, 3",
        "'', abc, 3"
    })
    void lettersPutInLeftOutReplacedAndSwappedCountOne(String one, String other, int edits) {
        assertThat(Nearest.edits(one, other)).isEqualTo(edits);
        assertThat(Nearest.edits(other, one)).isEqualTo(edits);
    }

    @Test
    void theNearestCandidateIsFound() {
        assertThat(Nearest.to("KeepLangauge", List.of("KeepLanguages", "KeepLanguage", "KeepLong")))
                .hasValue("KeepLanguage");
    }

    @Test
    void aWordThatIsFarFromAllCandidatesHasNone() {
        assertThat(Nearest.to("gzip", List.of("auto", "none", "lz4", "zstd", "snappy")))
                .isEmpty();
        assertThat(Nearest.hint("gzip", List.of("lz4"))).isEmpty();
    }
}
