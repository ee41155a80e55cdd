package dev.batchwright.processor;

import java.util.regex.Pattern;

/** Makes JavaPoet's layout the one that people write: short comments on one line, an empty line after the head of a class. */
final class Layout {

    private static final Pattern SHORT_COMMENT = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$");
    private static final Pattern CLASS_HEAD =
            Pattern.compile("(?m)^( *(?:(?:public|private|static|final) )*(?:class|interface) .*\\{)$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n *\\}");
    private static final Pattern LISTED_INTERFACES = Pattern.compile(",\\n +(?=\\w+(?:,\\n| \\{\\n))");

    private Layout() {}

    static String of(String source) {
        String text = SHORT_COMMENT.matcher(source).replaceAll("$1/** $2 */");
        text = LISTED_INTERFACES.matcher(text).replaceAll(", ");
        text = CLASS_HEAD.matcher(text).replaceAll("$1\n");
        return EMPTY_BODY.matcher(text).replaceAll("{}");
    }
}
