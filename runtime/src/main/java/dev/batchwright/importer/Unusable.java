package dev.batchwright.importer;

/** A file that is reported instead of being imported. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ImportProblem problem;

    Unusable(ImportProblem problem) {
        super(problem.path() + ": " + problem.reason());
        this.problem = problem;
    }

    ImportProblem problem() {
        return problem;
    }
}
