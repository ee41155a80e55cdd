package dev.batchwright.processor.catalogue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows and steps that the examples of the catalogue use without showing them. */
final class GivenTypes {

    private static final Pattern NAME = Pattern.compile("\\brecord (\\w+)");

    private final String text;
    private final Map<String, String> sourceByName = new LinkedHashMap<>();

    GivenTypes() {
        text = Example.resource("given.java.txt").orElseThrow();
        for (String source : text.split("\\n\\n(?=@Step|record)", -1)) {
            Matcher name = NAME.matcher(source);
            if (!name.find()) {
                throw new AssertionError("No record in: " + source);
            }
            sourceByName.put(name.group(1), source);
        }
    }

    String text() {
        return text;
    }

    /** The sources of what a source uses, and of what these use, so that nothing else is compiled with it. */
    String usedBy(String source) {
        Set<String> used = new LinkedHashSet<>();
        collect(source, used);
        return String.join("\n", used.stream().map(sourceByName::get).toList());
    }

    private void collect(String source, Set<String> used) {
        sourceByName.forEach((name, given) -> {
            if (!used.contains(name)
                    && Pattern.compile("\\b" + name + "\\b").matcher(source).find()) {
                used.add(name);
                collect(given, used);
            }
        });
    }
}
