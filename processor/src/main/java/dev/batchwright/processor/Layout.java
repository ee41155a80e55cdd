package dev.batchwright.processor;

import java.util.regex.Pattern;

/** Makes JavaPoet's layout the one that people write: short comments on one line, an empty line after the head of a class. */
final class Layout {

    private static final Pattern SHORT_COMMENT = Pattern.compile("(?m)^( *)/\\*\\*\\n *\\* (.*)\\n *\\*/$");
    private static final Pattern CLASS_HEAD =
            Pattern.compile("(?m)^( *(?:(?:public|private|static|final) )*(?:class|interface) .*\\{)$");
    private static final Pattern EMPTY_BODY = Pattern.compile("\\{\\n *\\}");
    private static final Pattern ANNOTATED_NESTED_TYPE = Pattern.compile("(?<=\\w)\\. (?=@\\w+ \\w)");
    private static final Pattern LISTED_INTERFACES = Pattern.compile(",\\n +(?=\\w+(?:,\\n| \\{\\n))");

    /** Wider than the line of an editor: broken where a person would, behind the equals sign. */
    private static final Pattern LONG_CONSTANT =
            Pattern.compile("(?m)^( *)(?=.{121})(private static final .*?) = (.*;)$");

    private Layout() {}

    static String of(String source) {
        String text = SHORT_COMMENT.matcher(source).replaceAll("$1/** $2 */");
        text = LISTED_INTERFACES.matcher(text).replaceAll(", ");
        text = CLASS_HEAD.matcher(text).replaceAll("$1\n");
        text = ANNOTATED_NESTED_TYPE.matcher(text).replaceAll(".");
        text = LONG_CONSTANT.matcher(text).replaceAll("$1$2 =\n$1        $3");
        return EMPTY_BODY.matcher(text).replaceAll("{}");
    }
}
