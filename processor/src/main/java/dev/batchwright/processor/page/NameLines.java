package dev.batchwright.processor.page;

import java.util.ArrayList;
import java.util.List;

/** Breaks a name that is too long for a line, behind a hyphen, a dot or an underscore where there is one. */
final class NameLines {

    private static final String BREAKS = "-._";

    private NameLines() {}

    static List<String> of(String name, double fontSize, double mostWidth) {
        List<String> lines = new ArrayList<>();
        String rest = name;
        while (TextWidth.of(rest, fontSize) > mostWidth) {
            int end = end(rest, fontSize, mostWidth);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        lines.add(rest);
        return lines;
    }

    /** Where the first line ends: behind the last break that fits, else where the line is full; never within a character. */
    private static int end(String text, double fontSize, double mostWidth) {
        int full = text.offsetByCodePoints(0, 1);
        while (TextWidth.of(text.substring(0, text.offsetByCodePoints(full, 1)), fontSize) <= mostWidth) {
            full = text.offsetByCodePoints(full, 1);
        }
        for (int end = full; end > 0; end--) {
            if (BREAKS.indexOf(text.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return full;
    }
}
