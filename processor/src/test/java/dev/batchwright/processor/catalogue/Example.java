package dev.batchwright.processor.catalogue;

import dev.batchwright.processor.diagnostics.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the catalogue says of a message: when it comes, the smallest source that leads to it, and the nearest one that compiles.
 *
 * @param id the message's id
 * @param explanation Markdown
 * @param wrong leads to the message; has a mark where the message stands; empty if no source alone leads to it
 * @param right compiles without a warning
 */
record Example(String id, String explanation, Optional<String> wrong, Optional<String> right) {

    private static final Pattern FORM =
            Pattern.compile("(.*?)\\n(?:\\n=== wrong\\n(.*?)\\n\\n=== right\\n(.*?)\\n)?", Pattern.DOTALL);

    static Example of(Message message) {
        String text = resource(message.id() + ".txt")
                .orElseThrow(() -> new AssertionError("The catalogue says nothing of " + message.id()));
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new AssertionError(message.id() + ".txt has not the form of an example");
        }
        return new Example(
                message.id(),
                matcher.group(1),
                Optional.ofNullable(matcher.group(2)),
                Optional.ofNullable(matcher.group(3)));
    }

    static Optional<String> resource(String name) {
        try (InputStream in = Example.class.getResourceAsStream("/diagnostics/" + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
