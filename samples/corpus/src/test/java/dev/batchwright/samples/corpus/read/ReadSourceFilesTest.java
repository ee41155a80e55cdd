package dev.batchwright.samples.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Split;
import dev.batchwright.samples.corpus.Texts;
import dev.batchwright.samples.corpus.text.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadSourceFilesTest {

    @Test
    void readsTheJavaFilesOfAllJars() throws Exception {
        List<Document> files = Texts.read(Texts.sourceFiles(Texts.ALL));

        assertThat(files).hasSize(1229).extracting(Document::id).doesNotHaveDuplicates();
        assertThat(files).extracting(Document::title).allMatch(title -> title.endsWith(".java"));
        assertThat(files).extracting(Document::text).noneMatch(String::isBlank);
    }

    @Test
    void putsTheVersionsOfAFileNextToEachOther() throws Exception {
        assertThat(Texts.read(Texts.sourceFiles(2)))
                .extracting(Document::origin)
                .containsExactly("guava-33.4.8-android", "guava-33.4.8-jre");
    }

    @Test
    void resumesWithinASplitWithoutTheRowsBefore() throws Exception {
        ReadSourceFiles source = Texts.sourceFiles(200);
        Split second = source.splits().get(1);

        List<Document> whole = Texts.read(source, second, 0);

        assertThat(whole).hasSize(200 - 128);
        assertThat(Texts.read(source, second, 70)).isEqualTo(whole.subList(70, 72));
    }

    @Test
    void identifiesItsSplitsByTheFilesInThem() throws Exception {
        Split ofTen = Texts.sourceFiles(10).splits().get(0);
        Split ofEleven = Texts.sourceFiles(11).splits().get(0);

        assertThat(Texts.sourceFiles(10).splits()).containsExactly(ofTen);
        assertThat(ofTen.identity()).isNotEqualTo(ofEleven.identity());
    }
}
