package dev.batchwright.processor;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A folder that the user names with an option of the compiler, absolute or from the compiler's working directory. */
final class FolderOption {

    private final String name;
    private final Map<String, String> options;

    FolderOption(String name, Map<String, String> options) {
        this.name = name;
        this.options = options;
    }

    boolean isGiven() {
        return options.containsKey(name);
    }

    /** What writes to the folder; empty if the option is not given, or names none, which is a problem. */
    Optional<FolderWriter> open(Place place, Problems problems) {
        if (!isGiven()) {
            return Optional.empty();
        }
        String text = Optional.ofNullable(options.get(name)).orElse("");
        try {
            if (!text.isBlank()) {
                return Optional.of(new FolderWriter(Path.of(text), "-A" + name));
            }
        } catch (InvalidPathException e) {
            // Reported below, as an empty one is.
        }
        problems.report(Message.OPTION_INVALID, place, "-A" + name, text, "Write the path of a folder.");
        return Optional.empty();
    }
}
