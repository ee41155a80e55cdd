package dev.batchwright.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Layout L3: a folder for each step, with a file for every batch that it has put out. */
final class StepsData implements StoredRows {

    private static final Pattern BATCH = Pattern.compile("batch_(0|[1-9][0-9]{0,17})\\.json");

    /** How many missing files are named one by one. */
    private static final int MOST_NAMED = 1_000;

    /** The pattern of the files knows no higher number. */
    private static final long HIGHEST = 999_999_999_999_999_999L;

    private final RunFolder run;
    private final Map<String, String> signatures;
    private final Map<String, Long> lastNumbers;

    /**
     * Makes it of what was read.
     *
     * @param signatures for each step what its folder's name ends in
     * @param lastNumbers for each step that has put out batches the number of the last one
     */
    StepsData(RunFolder run, Map<String, String> signatures, Map<String, Long> lastNumbers) {
        this.run = run;
        this.signatures = signatures;
        this.lastNumbers = lastNumbers;
    }

    @Override
    public List<Piece> of(ImportedStep step, Problems problems) {
        List<Piece> pieces = new ArrayList<>();
        for (CachedFile file : files(step.name(), problems)) {
            try {
                pieces.add(piece(file, step.name()));
            } catch (Unusable e) {
                problems.add(e.problem());
            }
        }
        return pieces;
    }

    /**
     * Lists the files of a step, in the order of their batches, without reading them.
     *
     * @param problems takes those that are missing
     */
    List<CachedFile> files(String step, Problems problems) {
        String signature = signatures.get(step);
        if (signature == null) {
            // Its own file could not be read, which was reported.
            return List.of();
        }
        Path folder = run.stepsData().resolve(step + "_" + signature);
        List<CachedFile> files = new ArrayList<>();
        try {
            NavigableSet<Long> numbers = numbers(folder);
            reportMissing(folder, numbers, lastNumber(step), problems);
            for (long number : numbers) {
                add(folder.resolve(nameOf(number)), files, problems);
            }
        } catch (Unusable e) {
            problems.add(e.problem());
        }
        return files;
    }

    private void add(Path path, List<CachedFile> files, Problems problems) {
        try {
            files.add(run.cache().file(path));
        } catch (Unusable e) {
            problems.add(e.problem());
        }
    }

    /** Reads a file to its end to see whether it is a batch of a step. */
    static Piece piece(CachedFile file, String step) throws Unusable {
        Fields batch = Fields.of(file, Outline.read(file, "data/*"));
        String name = batch.text("step_name");
        if (!step.equals(name)) {
            throw batch.wrong("step_name", step);
        }
        List<RowList> lists = batch.rowLists("data");
        if (lists.isEmpty()) {
            throw batch.wrong("data", "a list with a list of rows");
        }
        return lists.get(0).piece();
    }

    private long lastNumber(String step) {
        return Math.min(HIGHEST, lastNumbers.getOrDefault(step, -1L));
    }

    private NavigableSet<Long> numbers(Path folder) throws Unusable {
        NavigableSet<Long> numbers = new TreeSet<>();
        for (String name : run.cache().names(folder)) {
            Matcher matcher = BATCH.matcher(name);
            if (matcher.matches()) {
                numbers.add(Long.parseLong(matcher.group(1)));
            }
        }
        return numbers;
    }

    /** Reports gaps without going through all numbers, as the last may be any that a damaged file says. */
    private void reportMissing(Path folder, NavigableSet<Long> numbers, long last, Problems problems) {
        long named = 0;
        long count = 0;
        long expected = 0;
        NavigableSet<Long> ends = new TreeSet<>(numbers.headSet(last, true));
        ends.add(last + 1);
        for (long next : ends) {
            for (; expected < next && named < MOST_NAMED; expected++, named++) {
                String name = run.cache().nameOf(folder.resolve(nameOf(expected)));
                problems.add(ImportProblem.missing(name, "the step has put out a batch of this number"));
            }
            count += next - expected;
            expected = next + 1;
        }
        if (count > 0) {
            problems.add(new ImportProblem(
                    ImportProblem.Kind.MISSING,
                    run.cache().nameOf(folder),
                    count,
                    "so many more of the batches that the step has put out are missing"));
        }
    }

    private static String nameOf(long number) {
        return "batch_" + number + ".json";
    }
}
