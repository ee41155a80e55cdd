package dev.batchwright.io;

import dev.batchwright.BatchwrightException;
import dev.batchwright.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A directory that one sink writes its {@link BatchFiles} to. Before the first of them is written, those of an earlier state of the
 * step are removed. Files that the step did not write are never touched.
 */
final class OutputDirectory {

    private final Path directory;
    private final String suffix;

    OutputDirectory(Path directory, String suffix) {
        this.directory = directory;
        this.suffix = suffix;
    }

    /** Makes the directory ready. Only worker 0, which is opened before all others, does anything. */
    void open(StepContext context) {
        if (context.worker() != 0) {
            return;
        }
        try {
            Files.createDirectories(directory);
            refuseOutputOfOtherSteps(context.step());
            claim(context.step(), new OutputMarker(context.fingerprint(), suffix));
        } catch (IOException e) {
            throw new BatchwrightException(
                    "Step " + context.step() + " cannot use the directory " + directory + ": " + Failures.reason(e)
                            + ". Name a directory that this process may write to.",
                    e);
        }
    }

    private void refuseOutputOfOtherSteps(String step) throws IOException {
        String own = OutputMarker.nameOf(step);
        for (Path marker : list(OutputMarker::isName)) {
            String name = marker.getFileName().toString();
            if (!name.equals(own)) {
                throw new BatchwrightException("The directory " + directory + " holds the output of step "
                        + OutputMarker.stepOf(name) + ", so step " + step
                        + " does not write to it. Give each sink a directory of its own.");
            }
        }
    }

    private void claim(String step, OutputMarker current) throws IOException {
        Path file = directory.resolve(OutputMarker.nameOf(step));
        OutputMarker earlier = OutputMarker.read(file);
        if (earlier == null) {
            refuseForeignFiles(step);
        } else {
            remove(list(BatchFiles.unfinished(earlier.suffix())));
        }
        if (current.equals(earlier)) {
            return;
        }
        if (earlier != null) {
            remove(list(BatchFiles.finished(earlier.suffix())));
        }
        // Last, so that after a crash the old marker makes the next run remove what is left.
        current.write(file);
    }

    private void refuseForeignFiles(String step) throws IOException {
        List<Path> foreign = list(BatchFiles.finished(suffix));
        if (!foreign.isEmpty()) {
            throw new BatchwrightException(
                    "The directory " + directory + " holds files that are named like the output of step "
                            + step + " but were not written by it, such as "
                            + foreign.get(0).getFileName()
                            + ". Remove them, or name another directory.");
        }
    }

    private List<Path> list(Predicate<String> names) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> names.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static void remove(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
