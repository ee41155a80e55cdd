package dev.batchwright.processor.diagnostics;

import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;

/** Collects what the checks find, so that all of it is reported together. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void report(Message message, Place place, Object... names) {
        reportAs(message.kind(), message, place, names);
    }

    /** Reports a message that the user wants to be of another kind than it is. */
    public void reportAs(Diagnostic.Kind kind, Message message, Place place, Object... names) {
        Problem problem = new Problem(message, kind, message.text(names), place);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    public void addAll(Problems others) {
        others.found.stream().filter(problem -> !found.contains(problem)).forEach(found::add);
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(Problem::isError);
    }

    /** Whether a message is among them. */
    public boolean isAbout(Message message) {
        return found.stream().anyMatch(problem -> problem.message() == message);
    }

    /** The texts of the errors, for a message that has to stand elsewhere. */
    public List<String> errorTexts() {
        return found.stream().filter(Problem::isError).map(Problem::text).toList();
    }

    public void printAll(Printer printer) {
        found.forEach(printer::print);
    }
}
