package dev.batchwright.samples.corpus.text;

import dev.batchwright.FilterStep;
import dev.batchwright.annotation.Step;
import java.util.Set;

/**
 * Keeps the documents that are written in one of some languages.
 *
 * @param languages codes such as {@code en}, or constants of {@link Language}
 */
@Step
public record KeepLanguages(Set<String> languages) implements FilterStep<Document> {

    /** Copies the codes. */
    public KeepLanguages {
        languages = Set.copyOf(languages);
    }

    @Override
    public boolean keep(Document document) {
        return languages.contains(document.language());
    }
}
