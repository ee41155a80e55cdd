package dev.batchwright.importer;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of files that are checked one by one, each when the one before has been read. */
final class CheckedPieces implements Iterator<Piece> {

    private final Iterator<CachedFile> files;
    private final String step;
    private final Consumer<ImportProblem> problems;
    private @Nullable Piece next;

    /** Knows the files; those that are no batches of the step are told to {@code problems}, and left out if it returns. */
    CheckedPieces(List<CachedFile> files, String step, Consumer<ImportProblem> problems) {
        this.files = files.iterator();
        this.step = step;
        this.problems = problems;
    }

    @Override
    public boolean hasNext() {
        while (next == null && files.hasNext()) {
            try {
                next = StepsData.piece(files.next(), step);
            } catch (Unusable e) {
                problems.accept(e.problem());
            }
        }
        return next != null;
    }

    @Override
    public Piece next() {
        Piece piece = hasNext() ? next : null;
        if (piece == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return piece;
    }
}
