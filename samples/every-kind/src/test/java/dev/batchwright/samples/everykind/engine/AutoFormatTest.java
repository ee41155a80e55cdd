package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.batchwright.MapStep;
import dev.batchwright.RowReader;
import dev.batchwright.RunOptions;
import dev.batchwright.RunOptions.AutoFormat;
import dev.batchwright.RunReport;
import dev.batchwright.Source;
import dev.batchwright.Split;
import dev.batchwright.StoredFormat;
import dev.batchwright.annotation.Compression;
import dev.batchwright.annotation.Flow;
import dev.batchwright.annotation.Format;
import dev.batchwright.annotation.Persist;
import dev.batchwright.annotation.Pipeline;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the format of a step is found, kept and reported. Which one it is depends on the machine. */
class AutoFormatTest {

    private static final int MANY = 40_000;

    @TempDir
    Path folder;

    record Event(long id, String kind, String note) {}

    @Step(persist = Persist.ALWAYS)
    record Events(int shards, long rows) implements Source<Event> {

        @Override
        public List<Split> splits() {
            List<Split> splits = new ArrayList<>();
            for (int i = 0; i < shards; i++) {
                splits.add(Split.ofRows("events " + i, "v1", i * rows, rows));
            }
            return splits;
        }

        @Override
        public RowReader<Event> open(Split split, long firstRow) {
            long end = split.start() + split.length();
            long[] next = {split.start() + firstRow};
            return () -> {
                long id = next[0]++;
                return id >= end ? null : new Event(id, "kind " + id % 5, "note of event " + id + " and nothing more");
            };
        }
    }

    /** Fails, if it is to, at one row. */
    @Step(persist = Persist.ALWAYS)
    record Copy(@Resource long failsAt) implements MapStep<Event, Event> {

        @Override
        public Event map(Event row) {
            if (row.id() == failsAt) {
                throw new IllegalStateException("as told");
            }
            return row;
        }
    }

    @Step(persist = Persist.ALWAYS, compression = Compression.NONE)
    record Plain() implements MapStep<Event, Event> {

        @Override
        public Event map(Event row) {
            return row;
        }
    }

    @Step(persist = Persist.ALWAYS, format = Format.PARQUET, compression = Compression.LZ4)
    record Named() implements MapStep<Event, Event> {

        @Override
        public Event map(Event row) {
            return row;
        }
    }

    @Pipeline
    @Flow({Events.class, Copy.class, Plain.class, Named.class})
    interface Stream {}

    private RunReport run(int shards, long rows, long failsAt) {
        return run(shards, rows, failsAt, options());
    }

    private RunReport run(int shards, long rows, long failsAt, RunOptions options) {
        return AutoFormatTest_StreamRunner.builder()
                .events(new Events(shards, rows))
                .copy(new Copy(failsAt))
                .build()
                .run(options);
    }

    private RunOptions options() {
        return Shop.options(folder).shardRows(1L << 40).threads(2);
    }

    private JsonNode info(String step) throws IOException {
        try (var files = Files.walk(folder.resolve(step))) {
            Path file =
                    files.filter(path -> path.endsWith("step.json")).findFirst().orElseThrow();
            ObjectNode info = (ObjectNode) new ObjectMapper().readTree(file.toFile());
            info.remove(List.of("memory", "checksum")); // what a run has held is another thing
            return info;
        }
    }

    private Set<String> extensions(String step) throws IOException {
        try (var files = Files.walk(folder.resolve(step))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d+\\.\\d+\\..*"))
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void keepsWhatWasTriedAndReportsIt() throws IOException {
        RunReport report = run(2, MANY, -1);

        JsonNode info = info("events");
        assertThat(info.at("/trial/rows").asInt()).isPositive();
        assertThat(info.at("/trial/disk/origin").asText()).startsWith("measured at ");
        assertThat(info.at("/trial/candidates").findValuesAsText("format"))
                .contains("parquet", "msgpack")
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(extensions("events")).containsExactly(info.get("format").asText());
        StoredFormat stored = report.step("events").storedAs();
        assertThat(stored.format()).isEqualTo(info.get("format").asText());
        assertThat(stored.compression()).isEqualTo(info.get("compression").asText());
        assertThat(stored.reason())
                .contains("rows tried: ")
                .isEqualTo(info.get("formatReason").asText());
        assertThat(stored.trialNanos()).isPositive();
        assertThat(report.toString()).contains("events is kept as " + stored + " (trial: ");
        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertThat(json.at("/steps/0/formatReason").asText()).isEqualTo(stored.reason());
    }

    @Test
    void plansWithWhatWasChosen() {
        var pipeline = AutoFormatTest_StreamRunner.builder()
                .events(new Events(1, MANY))
                .copy(new Copy(-1))
                .build();
        assertThat(pipeline.plan().toString())
                .contains("events (source), kept, to be tried on the first rows; msgpack zstd if they are few: 1 of 3")
                .contains("named (map) from plain, kept as parquet lz4: named by the step");
        assertThat(pipeline.plan(options())).isEqualTo(pipeline.plan());
        assertThat(folder).isEmptyDirectory();

        RunReport report = pipeline.run(options());

        assertThat(pipeline.plan(options()).toString())
                .contains("events (source), kept as " + report.step("events").storedAs());
    }

    @Test
    void triesOnlyWhatIsNotNamed() throws IOException {
        RunReport report = run(1, MANY, -1);

        assertThat(info("plain").at("/trial/candidates").findValuesAsText("compression"))
                .isNotEmpty()
                .containsOnly("none");
        assertThat(info("named").get("trial").isNull()).isTrue();
        assertThat(report.step("named").storedAs()).hasToString("parquet lz4: named by the step");
    }

    @Test
    void staysWithItsChoiceInLaterRuns() throws IOException {
        run(2, MANY, -1);
        JsonNode before = info("copy");
        try (var files = Files.walk(folder.resolve("copy"))) {
            Files.delete(files.filter(file -> file.getFileName().toString().startsWith("00001.000"))
                    .findFirst()
                    .orElseThrow());
        }

        RunReport report = run(2, MANY, -1, options().diskRate("1B").autoFormat(AutoFormat.BY_SCHEMA));

        assertThat(report.step("copy").shardsReused()).isEqualTo(1);
        assertThat(report.step("copy").storedAs().trialNanos()).isZero();
        assertThat(info("copy")).isEqualTo(before);
        assertThat(extensions("copy")).hasSize(1);
    }

    @Test
    void staysWithItsChoiceWhereARunWasCutShort() throws IOException {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> run(2, MANY, 2 * MANY - 1)))
                .isNotNull();
        JsonNode before = info("copy");

        RunReport report = run(2, MANY, -1);

        assertThat(before.get("trial").isNull()).isFalse();
        assertThat(info("copy")).isEqualTo(before);
        assertThat(report.step("copy").storedAs().trialNanos()).isZero();
    }

    @Test
    void goesByTheSchemaWhereThereAreTooFewRows() throws IOException {
        RunReport report = run(3, 100, -1);

        assertThat(report.step("events").storedAs())
                .hasToString("msgpack zstd: too few rows to try, 1 of 3 columns are numbers, times or enums");
        assertThat(info("events").get("trial").isNull()).isTrue();
        assertThat(folder.resolve("disk.json")).doesNotExist();
    }

    @Test
    void goesByTheSchemaWhereTheOptionsSaySo() throws IOException {
        RunReport report = run(1, MANY, -1, options().autoFormat(AutoFormat.BY_SCHEMA));

        assertThat(report.step("events").storedAs())
                .hasToString("msgpack zstd: 1 of 3 columns are numbers, times or enums");
        assertThat(extensions("events")).containsExactly("msgpack");
    }

    @Test
    void takesTheSmallestFilesWhereTheDiskIsVerySlow() throws IOException {
        run(1, MANY, -1, options().diskRate("10KiB"));

        JsonNode trial = info("events").get("trial");
        long chosen = trial.at("/candidates/0/bytes").asLong();
        assertThat(trial.at("/disk/origin").asText()).isEqualTo("given in the options");
        trial.get("candidates")
                .forEach(
                        candidate -> assertThat(candidate.get("bytes").asLong()).isGreaterThanOrEqualTo(chosen));
    }
}
