package dev.batchwright.benchmarks.compile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A pipeline of steps of all kinds in turn. Where it is long enough, its flows fork after the source and meet in a co-group step before
 * the sink. A row has the number after that of the step that makes it.
 */
final class PipelineSource {

    private static final int FORKED_FROM = 6;
    private static final String IMPORTS = """
            import dev.batchwright.*;
            import dev.batchwright.annotation.*;
            import java.util.List;
            """;

    private final int pipeline;
    private final int steps;
    private final String folder;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final StringBuilder flow = new StringBuilder();
    private String row = "Row1";

    PipelineSource(int pipeline, int steps) {
        this.pipeline = pipeline;
        this.steps = steps;
        this.folder = "app.p" + pipeline;
    }

    Map<String, String> sources() {
        boolean isForked = steps >= FORKED_FROM;
        addRow(1);
        add(0, "SequentialSource<Row1>", "public RowReader<Row1> open(long firstRow) { return () -> null; }");
        int sink = steps - 1;
        int last = isForked ? sink - 1 : sink;
        for (int step = 1; step < last; step++) {
            add(step);
        }
        if (isForked) {
            addMeeting(last);
        }
        add(sink, "Sink<%s>".formatted(row), "public void write(Batch<%s> batch, BatchId id) {}".formatted(row));
        String shortcut = isForked ? "@Flow({Step0.class, Step%d.class})\n".formatted(last) : "";
        sources.put(folder + ".Corpus", """
                package %s;
                import dev.batchwright.annotation.*;
                @Pipeline(name = "corpus-%d")
                %s@Flow({%s})
                public interface Corpus {}
                """.formatted(folder, pipeline, shortcut, flow));
        return sources;
    }

    private void addRow(int number) {
        row = "Row" + number;
        String columns = Columns.components(7 * pipeline + number);
        sources.put(folder + "." + row, """
                package %s;
                import app.*;
                %spublic record %s(%s) {}
                """.formatted(folder, Columns.IMPORTS, row, columns));
    }

    private void add(int number, String kind, String methods) {
        flow.append(flow.isEmpty() ? "" : ", ").append("Step").append(number).append(".class");
        String version = number % 3 == 0 ? "(version = \"" + number + "\")" : "";
        sources.put(folder + ".Step" + number, """
                package %s;
                %s@Step%s
                public record Step%d(int least, String label, List<String> words) implements %s {
                    %s
                }
                """.formatted(
                        folder, IMPORTS, version, number, kind, methods.replace("public", "@Override public")));
    }

    private void addMeeting(int step) {
        String right = row;
        addRow(step + 1);
        add(step, "CoGroupStep<String, Row1, %s, %s>".formatted(right, row), """
                public String leftKey(Row1 row) { return label; }
                public String rightKey(%1$s row) { return label; }
                public void process(String key, Dataset<Row1> left, Dataset<%1$s> right, Output<%2$s> out) {}
                """.formatted(right, row));
    }

    private void add(int step) {
        String in = row;
        switch (step % 8) {
            case 1, 5 -> {
                addRow(step + 1);
                add(
                        step,
                        "MapStep<%s, %s>".formatted(in, row),
                        "public %2$s map(%1$s row) { return null; }".formatted(in, row));
            }
            case 2 ->
                add(
                        step,
                        "FilterStep<%s>".formatted(in),
                        "public boolean keep(%s row) { return least > 0; }".formatted(in));
            case 3 -> {
                addRow(step + 1);
                add(
                        step,
                        "FlatMapStep<%s, %s>".formatted(in, row),
                        "public void flatMap(%s row, Output<%s> out) {}".formatted(in, row));
            }
            case 4 ->
                add(
                        step,
                        "BatchStep<%1$s, %1$s>".formatted(in),
                        "public void process(Batch<%1$s> batch, Output<%1$s> out) {}".formatted(in));
            case 6 ->
                add(
                        step,
                        "AlignedBatchStep<%1$s, %1$s>".formatted(in),
                        "public List<%1$s> process(Batch<%1$s> batch) { return batch; }".formatted(in));
            case 7 -> {
                addRow(step + 1);
                add(step, "KeyedStep<String, %s, %s>".formatted(in, row), """
                        public String key(%1$s row) { return label; }
                        public void process(String key, Dataset<%1$s> group, Output<%2$s> out) {}
                        """.formatted(in, row));
            }
            default ->
                add(
                        step,
                        "GlobalStep<%1$s, %1$s>".formatted(in),
                        "public void process(Dataset<%1$s> all, Output<%1$s> out) {}".formatted(in));
        }
    }
}
