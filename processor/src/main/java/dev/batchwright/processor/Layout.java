package dev.batchwright.processor;

import java.util.regex.Pattern;

/**
 * Makes JavaPoet's layout the one that people write: short comments on one line, listed interfaces too, an empty line after the head of
 * a class, nothing between the braces of an empty body, long constants on two lines. Goes through the lines once, for this is done to all that is generated.
 */
final class Layout {

    private static final Pattern ANNOTATED_NESTED_TYPE = Pattern.compile("(?<=\\w)\\. (?=@\\w+ \\w)");
    private static final String[] MODIFIERS = {"public ", "private ", "static ", "final "};

    private static final String CONSTANT = "private static final ";
    private static final String EQUALS = " = ";

    /** Of an editor. */
    private static final int LINE_WIDTH = 120;

    private final String[] lines;
    private final StringBuilder text;
    private int next;

    private Layout(String source) {
        this.lines = source.split("\n", -1);
        this.text = new StringBuilder(source.length());
    }

    static String of(String source) {
        return new Layout(source).text();
    }

    private String text() {
        while (next < lines.length) {
            String line = lines[next++];
            text.append(next == 1 ? "" : "\n").append(line.endsWith("/**") ? comment(line) : code(line));
        }
        return text.toString();
    }

    private String comment(String line) {
        boolean isShort = next + 1 < lines.length
                && lines[next].stripLeading().startsWith("* ")
                && lines[next + 1].stripLeading().equals("*/");
        if (!isShort) {
            return line;
        }
        String sentence = lines[next].stripLeading().substring(2);
        next += 2;
        return line + " " + sentence + " */";
    }

    private String code(String begun) {
        String line = begun;
        while (line.endsWith(",") && isLastOrListedWord(lines[next])) {
            line += " " + lines[next++].stripLeading();
        }
        if (isClassHead(line)) {
            return line + "\n";
        }
        while (line.endsWith("{") && lines[next].stripLeading().startsWith("}")) {
            line += lines[next++].stripLeading();
        }
        return broken(line.contains(". @") ? ANNOTATED_NESTED_TYPE.matcher(line).replaceAll(".") : line);
    }

    /** Breaks a long constant where a person would, behind the equals sign. */
    private static String broken(String line) {
        String content = line.stripLeading();
        boolean isLong = content.length() > LINE_WIDTH && content.startsWith(CONSTANT) && content.endsWith(";");
        int equals = isLong ? line.indexOf(EQUALS) : -1;
        if (equals < 0) {
            return line;
        }
        String indent = line.substring(0, line.length() - content.length());
        return line.substring(0, equals) + " =\n" + indent + "        " + line.substring(equals + EQUALS.length());
    }

    private static boolean isLastOrListedWord(String line) {
        String word = line.stripLeading();
        int end = word.endsWith(" {") ? word.length() - 2 : word.endsWith(",") ? word.length() - 1 : 0;
        return end > 0 && word.chars().limit(end).allMatch(Character::isJavaIdentifierPart);
    }

    private static boolean isClassHead(String line) {
        if (!line.endsWith("{")) {
            return false;
        }
        String head = line.stripLeading();
        boolean hadModifier = true;
        while (hadModifier) {
            hadModifier = false;
            for (String modifier : MODIFIERS) {
                if (head.startsWith(modifier)) {
                    head = head.substring(modifier.length());
                    hadModifier = true;
                }
            }
        }
        return head.startsWith("class ") || head.startsWith("interface ");
    }
}
