package dev.batchwright.processor.read;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sentence of a Javadoc comment as plain text: what its tags show, without the tags. */
final class DocSentence {

    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@\\w");

    /** A link with what it links to and its label, another inline tag with its text, or markup; a tag's text may look like markup. */
    private static final Pattern TAG = Pattern.compile(
            "\\{@link(?:plain)?\\s+([^\\s{}]+)(?:\\s+([^{}]+))?\\}|\\{@\\w+\\s*([^{}]*)\\}|</?[a-zA-Z][^<>]*>");

    private static final Pattern END = Pattern.compile("[.!?](?=\\s|$)");

    private DocSentence() {}

    static String first(String comment) {
        Matcher block = BLOCK_TAG.matcher(comment);
        String body = block.find() ? comment.substring(0, block.start()) : comment;
        String shown = TAG.matcher(body).replaceAll(tag -> Matcher.quoteReplacement(shown(tag)));
        String text = withoutEntities(shown).strip().replaceAll("\\s+", " ");
        Matcher end = END.matcher(text);
        return end.find() ? text.substring(0, end.end()) : text;
    }

    private static String shown(MatchResult tag) {
        if (tag.group(2) != null) {
            return tag.group(2);
        }
        if (tag.group(1) != null) {
            return tag.group(1).replaceFirst("^#", "").replace('#', '.');
        }
        return tag.group(3) == null ? "" : tag.group(3);
    }

    private static String withoutEntities(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }
}
