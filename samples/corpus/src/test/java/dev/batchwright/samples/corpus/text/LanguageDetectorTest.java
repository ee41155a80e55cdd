package dev.batchwright.samples.corpus.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.samples.corpus.Texts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LanguageDetectorTest {

    /** What the same item of every sitting is called. It tells a speech's language independently of its text. */
    private static final Map<String, String> LANGUAGE_BY_TITLE = Map.ofEntries(
            Map.entry("Обяснение на вот", "bg"),
            Map.entry("Vysvětlení hlasování", "cs"),
            Map.entry("Stemmeforklaringer", "da"),
            Map.entry("Stimmerklärungen", "de"),
            Map.entry("Αιτιολογήσεις ψήφου", "el"),
            Map.entry("Explanations of vote", "en"),
            Map.entry("Explicaciones de voto", "es"),
            Map.entry("Selgitused hääletuse kohta", "et"),
            Map.entry("Äänestysselitykset", "fi"),
            Map.entry("Explications de vote", "fr"),
            Map.entry("A szavazáshoz fűzött indokolások", "hu"),
            Map.entry("Dichiarazioni di voto", "it"),
            Map.entry("Paaiškinimai dėl balsavimo", "lt"),
            Map.entry("Balsojumu skaidrojumi", "lv"),
            Map.entry("Stemverklaringen", "nl"),
            Map.entry("Wyjaśnienia dotyczące sposobu głosowania", "pl"),
            Map.entry("Declarações de voto", "pt"),
            Map.entry("Explicații privind votul", "ro"),
            Map.entry("Explicaţii privind votul", "ro"),
            Map.entry("Vysvetlenia hlasovania", "sk"),
            Map.entry("Obrazložitev glasovanja", "sl"),
            Map.entry("Röstförklaringar", "sv"));

    private final LanguageDetector detector = LanguageDetector.ofStopWords();

    @Test
    void knowsTwentyOneLanguagesAndCode() {
        assertThat(detector.languages()).hasSize(22).contains(Language.CODE).containsAll(LANGUAGE_BY_TITLE.values());
    }

    @Test
    void isRightAboutNearlyEverySpeechWhoseTitleTellsItsLanguage() throws Exception {
        Map<String, Integer> right = new TreeMap<>();
        Map<String, Integer> all = new TreeMap<>();
        for (Document speech : Texts.prepared(Texts.speeches(Texts.ALL))) {
            String title = speech.title().replaceFirst(", [-0-9]+$", "");
            String language = LANGUAGE_BY_TITLE.get(title);
            if (language != null) {
                all.merge(language, 1, Integer::sum);
                right.merge(language, speech.language().equals(language) ? 1 : 0, Integer::sum);
            }
        }
        int total = all.values().stream().mapToInt(Integer::intValue).sum();
        int totalRight = right.values().stream().mapToInt(Integer::intValue).sum();

        assertThat(total).isEqualTo(1668);
        assertThat(totalRight).as("right by language: %s of %s", right, all).isGreaterThanOrEqualTo(1665);
    }

    @Test
    void knowsEverySourceFileForCodeAndNoSpeech() throws Exception {
        List<Document> files = Texts.prepared(Texts.sourceFiles(Texts.ALL));
        List<Document> speeches = Texts.prepared(Texts.speeches(5000));

        assertThat(files).extracting(Document::language).containsOnly(Language.CODE);
        assertThat(speeches).extracting(Document::language).doesNotContain(Language.CODE);
    }

    @Test
    void knowsTheScriptsThatOneLanguageHasToItself() {
        assertThat(detector.detect("Πρόεδρε")).isEqualTo("el");
        assertThat(detector.detect("Председател")).isEqualTo("bg");
    }

    @Test
    void doesNotGuessWithoutSmallWords() {
        assertThat(detector.detect("- Report: Miroslav Ouzký (A6-0395-2007)")).isEqualTo(Language.UNKNOWN);
        assertThat(detector.detect("")).isEqualTo(Language.UNKNOWN);
    }
}
