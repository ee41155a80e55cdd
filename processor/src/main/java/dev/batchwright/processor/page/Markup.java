package dev.batchwright.processor.page;

/** Text in HTML that is XML as well, so that both kinds of parsers read it alike. */
final class Markup {

    private static final char REPLACEMENT = '\uFFFD';

    private Markup() {}

    /** Text as it stands between tags or in a quoted attribute. What XML has no way to write is replaced. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> add(character, escaped));
        return escaped.toString();
    }

    private static void add(int character, StringBuilder escaped) {
        switch (character) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            default -> escaped.appendCodePoint(isWritable(character) ? character : REPLACEMENT);
        }
    }

    /** The characters of XML 1.0, without those that count as ends of lines in some parsers only. */
    private static boolean isWritable(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= ' ' && character < 0x7F)
                || (character >= 0xA0 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    /** An element around markup. */
    static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    /** An element of a class around markup. */
    static String element(String name, String cssClass, String content) {
        return "<" + name + " class=\"" + cssClass + "\">" + content + "</" + name + ">";
    }

    static String code(String text) {
        return element("code", escaped(text));
    }
}
