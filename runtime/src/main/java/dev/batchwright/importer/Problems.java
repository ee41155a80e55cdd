package dev.batchwright.importer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems, each once. */
final class Problems {

    private final Set<ImportProblem> found = new LinkedHashSet<>();

    void add(ImportProblem problem) {
        found.add(problem);
    }

    List<ImportProblem> found() {
        return List.copyOf(found);
    }
}
