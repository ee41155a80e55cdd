package dev.batchwright.processor.page;

/**
 * What text takes on a line, in pixels, before anybody knows with which font it will be shown. Counts with the widths of DejaVu Sans
 * Bold, which is wider than what browsers usually take for {@code sans-serif}.
 */
final class TextWidth {

    private static final String NARROW = "ijl.,:;'!|()[]";
    private static final String SMALL = "frt-/ ";
    private static final String WIDE = "mwMW@%";

    private TextWidth() {}

    static double of(String text, double fontSize) {
        return text.codePoints().mapToDouble(TextWidth::share).sum() * fontSize;
    }

    /** The width of a character as a share of the font's size. */
    private static double share(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return 0.46;
        }
        if (SMALL.indexOf(character) >= 0) {
            return 0.5;
        }
        if (WIDE.indexOf(character) >= 0) {
            return 1.11;
        }
        if (character < 0x80) {
            return Character.isUpperCase(character) ? 0.85 : 0.72;
        }
        // Other alphabets are somewhat wider than ours, and East Asian characters as wide as they are high.
        return character < 0x1100 ? 0.95 : 1.25;
    }
}
