package dev.batchwright.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a step that feeds no other: Parquet files, and what came after them. */
final class LeafFiles {

    private final RunFolder run;

    LeafFiles(RunFolder run) {
        this.run = run;
    }

    /**
     * The rows of a leaf.
     *
     * @param step its name
     * @param last the last batch that it put out, whose rows may or may not be in the files already; null if it is not kept
     */
    List<Piece> of(String step, @Nullable RowList last, Problems problems) {
        List<Piece> pieces = new ArrayList<>();
        try {
            Path folder = run.data().resolve(step);
            for (String name : run.cache().names(folder)) {
                if (name.endsWith(".parquet")) {
                    add(folder.resolve(name), pieces, problems);
                }
            }
        } catch (Unusable e) {
            problems.add(e.problem());
        }
        if (last != null && last.size() > 0 && !endWith(pieces, last.piece())) {
            pieces.add(last.piece());
        }
        return pieces;
    }

    private void add(Path path, List<Piece> pieces, Problems problems) {
        try {
            pieces.add(ParquetPiece.whole(run.cache().file(path)));
        } catch (Unusable e) {
            problems.add(e.problem());
        }
    }

    private static boolean endWith(List<Piece> pieces, Piece last) {
        long rows = pieces.stream().mapToLong(Piece::rows).sum();
        if (rows < last.rows()) {
            return false;
        }
        try (RowStream files = RowStream.of(pieces, rows - last.rows());
                RowStream batch = RowStream.of(List.of(last), 0)) {
            while (batch.next()) {
                if (!files.next() || !SameRow.test(files.bytes(), files.length(), batch.bytes(), batch.length())) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw last.file().failure("cannot be read any more", e);
        }
    }
}
