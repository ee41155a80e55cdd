package dev.batchwright.samples.corpus.text;

import dev.batchwright.MapStep;
import dev.batchwright.annotation.Step;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Writes every text in the same way, so that texts that look alike are alike: one form of each accented letter, one kind of space
 * and of line end, no space at the ends of lines, at most one empty line in a row.
 */
@Step
public record Normalise() implements MapStep<Document, Document> {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");
    private static final Pattern SPACES = Pattern.compile("[\\t\\p{Zs}]+");
    private static final Pattern SPACE_BESIDE_LINE_END = Pattern.compile(" ?\\n ?");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

    @Override
    public Document map(Document document) {
        String text = Normalizer.normalize(document.text(), Normalizer.Form.NFC);
        text = LINE_END.matcher(text).replaceAll("\n");
        text = SPACES.matcher(text).replaceAll(" ");
        text = SPACE_BESIDE_LINE_END.matcher(text).replaceAll("\n");
        text = EMPTY_LINES.matcher(text).replaceAll("\n\n");
        return document.withText(text.strip());
    }
}
