package dev.batchwright.samples.corpus.text;

import dev.batchwright.MapStep;
import dev.batchwright.annotation.Step;

/** Says of every document what language it is written in. */
@Step(version = "stop-words-1")
public record DetectLanguage() implements MapStep<Document, Document> {

    private static final LanguageDetector DETECTOR = LanguageDetector.ofStopWords();

    @Override
    public Document map(Document document) {
        return document.withLanguage(DETECTOR.detect(document.text()));
    }
}
