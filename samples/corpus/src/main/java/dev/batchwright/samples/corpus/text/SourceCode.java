package dev.batchwright.samples.corpus.text;

import java.util.List;
import java.util.regex.Pattern;

/** Knows source code in the tradition of C by the shape of its lines. */
final class SourceCode {

    /** Comments, imports and annotations at the beginning; braces and separators at the end. */
    private static final Pattern SHAPE = Pattern.compile("(?:/\\*|\\*|//|@\\w|import |package ).*|.*(?:[{};(,]|\\*/)");

    private static final int FEWEST_LINES = 3;

    private SourceCode() {}

    /** Whether at least every second line has the shape of code. */
    static boolean looksLike(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        long shaped =
                lines.stream().filter(line -> SHAPE.matcher(line).matches()).count();
        return lines.size() >= FEWEST_LINES && 2 * shaped >= lines.size();
    }
}
