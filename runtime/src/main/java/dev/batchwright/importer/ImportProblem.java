package dev.batchwright.importer;

/**
 * Something in a cache that could not be imported. The rest is imported all the same.
 *
 * @param kind what kind of problem it is
 * @param path the file or folder, relative to the folder that was opened, with slashes
 * @param count how much is concerned: rows where they are {@link Kind#UNATTRIBUTED}, files otherwise
 * @param reason what happened, in words
 */
public record ImportProblem(Kind kind, String path, long count, String reason) {

    /** The kinds of problems. */
    public enum Kind {

        /** A file cannot be parsed to its end, or is not what it should be. None of its rows are imported. */
        UNREADABLE,

        /** A file should be there and is not. */
        MISSING,

        /** Rows whose step, or whose place among the rows of their step, is not recorded. They are not imported. */
        UNATTRIBUTED,

        /** A name or a path that leads out of its folder, or might. It is not followed. */
        REFUSED
    }

    static ImportProblem unreadable(String path, String reason) {
        return new ImportProblem(Kind.UNREADABLE, path, 1, reason);
    }

    static ImportProblem missing(String path, String reason) {
        return new ImportProblem(Kind.MISSING, path, 1, reason);
    }

    static ImportProblem unattributed(String path, long rows, String reason) {
        return new ImportProblem(Kind.UNATTRIBUTED, path, rows, reason);
    }

    static ImportProblem refused(String path, String reason) {
        return new ImportProblem(Kind.REFUSED, path, 1, reason);
    }
}
