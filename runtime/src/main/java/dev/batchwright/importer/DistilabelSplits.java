package dev.batchwright.importer;

import dev.batchwright.RowReader;
import dev.batchwright.SourceException;
import dev.batchwright.Split;
import dev.batchwright.shard.ShardSerializer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The rows of a step in splits: groups of its files where it has many, or all that the run has. */
final class DistilabelSplits {

    private final DistilabelSource<?> source;

    DistilabelSplits(DistilabelSource<?> source) {
        if (source.splitBytes() < 1) {
            throw new IllegalArgumentException("A split holds at least 1 byte, not " + source.splitBytes());
        }
        this.source = source;
    }

    List<Split> list() {
        ImportedRun run = run();
        if (run.layout() != DistilabelLayout.L3) {
            return List.of(split(run.name(), RunFiles.of(run.folder()), 0));
        }
        List<CachedFile> files = batches(run);
        List<Split> splits = new ArrayList<>();
        int first = 0;
        long bytes = 0;
        for (int i = 0; i < files.size(); i++) {
            bytes += files.get(i).size();
            if (bytes >= source.splitBytes() || i == files.size() - 1) {
                splits.add(split(files.get(first).name(), files.subList(first, i + 1), first));
                first = i + 1;
                bytes = 0;
            }
        }
        return splits;
    }

    <O> RowReader<O> open(Split split, long firstRow, ShardSerializer<O> serializer) {
        ImportedRun run = run();
        boolean isGroup = run.layout() == DistilabelLayout.L3;
        List<CachedFile> files = isGroup ? part(batches(run), split) : RunFiles.of(run.folder());
        if (!split(split.name(), files, split.start()).equals(split)) {
            throw new SourceException(
                    "The files of the step " + source.step() + " in " + source.path()
                            + " have changed while the pipeline was running. Run it again, when nothing writes to them.",
                    null);
        }
        Iterator<Piece> pieces = isGroup
                ? new CheckedPieces(files, source.step(), this::refuse)
                : wholePieces(run).iterator();
        String name = "step " + source.step() + " in " + source.path();
        return new AcceptedRows<>(name, RowStream.of(pieces, firstRow), serializer, firstRow);
    }

    private ImportedRun run() {
        ImportedRun run = Importer.openRun(source.path(), source.run());
        run.stepNamed(source.step());
        run.knownProblems().forEach(this::refuse);
        return run;
    }

    private List<Piece> wholePieces(ImportedRun run) {
        List<Piece> pieces = run.pieces(source.step());
        run.knownProblems().forEach(this::refuse);
        return pieces;
    }

    private List<CachedFile> batches(ImportedRun run) {
        Problems problems = new Problems();
        List<CachedFile> files = run.batchFiles(source.step(), problems);
        problems.found().forEach(this::refuse);
        return files;
    }

    private static List<CachedFile> part(List<CachedFile> files, Split split) {
        long end = Math.min(files.size(), split.start() + split.length());
        return split.start() >= end ? List.of() : files.subList((int) split.start(), (int) end);
    }

    private static Split split(String name, List<CachedFile> files, long first) {
        return Split.ofBytes(name, CachedFile.identityOf(files), first, files.size());
    }

    private void refuse(ImportProblem problem) {
        if (!source.skipsProblems()) {
            throw new SourceException(
                    "The cache in " + source.path() + " cannot be read whole: " + problem.path() + ": "
                            + problem.reason()
                            + ". Restore it, or let the source skip problems, without the rows concerned.",
                    null);
        }
    }
}
