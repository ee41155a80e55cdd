package dev.batchwright.text;

import java.nio.charset.StandardCharsets;

/** Shows a part of a line in a message. */
public final class Excerpt {

    private static final int MAX_CHARACTERS = 120;

    private Excerpt() {}

    /** Shows the line from one byte to another, or where it is long, what lies around a third. */
    public static String of(byte[] bytes, int from, int to, int around) {
        int start = to - from <= MAX_CHARACTERS ? from : Math.max(from, Math.min(around, to) - MAX_CHARACTERS / 2);
        while (start > from && (bytes[start] & 0xc0) == 0x80) {
            start--;
        }
        // A character takes at most 4 bytes; what is too much is cut off below.
        int end = (int) Math.min(to, start + 4L * MAX_CHARACTERS);
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        String shown = cut(text);
        boolean whole = shown.length() == text.length() && end == to;
        return (start > from ? "…" : "") + printable(shown) + (whole ? "" : "…");
    }

    /** Shows a text. */
    public static String of(String text) {
        String shown = cut(text);
        return printable(shown) + (shown.length() == text.length() ? "" : "…");
    }

    private static String cut(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1));
        return text.substring(0, splitsPair ? MAX_CHARACTERS - 1 : MAX_CHARACTERS);
    }

    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars().forEach(c -> shown.append(Character.isISOControl(c) ? '\ufffd' : (char) c));
        return shown.toString();
    }
}
