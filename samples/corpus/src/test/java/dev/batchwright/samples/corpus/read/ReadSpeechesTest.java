package dev.batchwright.samples.corpus.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.SourceException;
import dev.batchwright.Split;
import dev.batchwright.samples.corpus.Texts;
import dev.batchwright.samples.corpus.text.Document;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadSpeechesTest {

    @Test
    void readsEverySpeechOfTheFileOnce() throws Exception {
        List<Document> speeches = Texts.read(Texts.speeches(Texts.ALL));

        assertThat(speeches).hasSize(17_597).extracting(Document::id).isSorted().doesNotHaveDuplicates();
        assertThat(speeches).extracting(Document::text).noneMatch(String::isBlank);
    }

    @Test
    void resumesWithinASplitWithoutTheRowsBefore() throws Exception {
        ReadSpeeches source = Texts.speeches(3000);
        Split last = source.splits().get(2);

        List<Document> whole = Texts.read(source, last, 0);
        List<Document> rest = Texts.read(source, last, 900);

        assertThat(whole).hasSize(3000 - 2 * 1024);
        assertThat(rest).isEqualTo(whole.subList(900, whole.size()));
    }

    @Test
    void readsNoMoreSpeechesThanItsLimit() throws Exception {
        assertThat(Texts.read(Texts.speeches(7)))
                .extracting(Document::id)
                .last()
                .isEqualTo("europarl/00006");
    }

    @Test
    void saysWhereToGetAMissingFile() {
        ReadSpeeches source = new ReadSpeeches(Path.of("nowhere", "speeches.jar"), 10);

        assertThatThrownBy(source::splits)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("speeches.jar is missing")
                .hasMessageContaining("samples/corpus/run");
    }

    @Test
    void refusesAJarWithoutSpeeches() {
        ReadSpeeches source = new ReadSpeeches(Texts.folder().resolve("guava-33.4.8-jre-sources.jar"), 10);

        assertThatThrownBy(source::splits)
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("does not hold the speeches");
    }
}
