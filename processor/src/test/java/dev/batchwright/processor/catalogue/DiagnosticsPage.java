package dev.batchwright.processor.catalogue;

import dev.batchwright.processor.Sources;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes the page about all messages. */
final class DiagnosticsPage {

    private static final String HEAD = """
            # What does not compile

            Every message of the annotation processor: when it comes, the smallest source that leads to it, what the compiler then says, and the
            nearest source that compiles. `CatalogueTest` makes this page from the catalogue of messages and compiles every example on it.

            A message stands where the mistake is, names things as you wrote them, says what to do, and ends with its id. All mistakes of
            a compilation are reported together, each once. Nothing is generated for what is broken; everything is for what is not.

            """;

    private DiagnosticsPage() {}

    static String of(List<Example> catalogue, GivenTypes given, CompiledExamples compiled) {
        StringBuilder page = new StringBuilder(HEAD);
        List<Example> sorted =
                catalogue.stream().sorted(Comparator.comparing(Example::id)).toList();
        for (Example example : sorted) {
            page.append("- [")
                    .append(example.id())
                    .append("](#")
                    .append(anchor(example))
                    .append(")\n");
        }
        for (Example example : sorted) {
            page.append("\n## ")
                    .append(example.id())
                    .append("\n\n")
                    .append(example.explanation())
                    .append('\n');
            if (example.wrong().isPresent()) {
                append(example, compiled.reported(example), page);
            }
        }
        return page.append('\n')
                .append("## What the examples use\n\n```java\n" + given.text() + "```\n")
                .toString();
    }

    /** As sites that show Markdown name headings. */
    private static String anchor(Example example) {
        return example.id().toLowerCase(Locale.ROOT);
    }

    private static void append(Example example, Reported reported, StringBuilder page) {
        String message = reported.text().substring(0, reported.text().lastIndexOf(" See "));
        page.append("\n```java\n")
                .append(example.wrong().orElseThrow().replace(Sources.MARK, ""))
                .append("\n```\n");
        page.append("\n```text\n")
                .append(reported.kind().name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(message)
                .append('\n')
                .append(reported.line())
                .append('\n')
                .append(" ".repeat((int) reported.column() - 1))
                .append("^\n```\n");
        page.append("\nThis compiles:\n\n```java\n")
                .append(example.right().orElseThrow())
                .append("\n```\n");
    }
}
