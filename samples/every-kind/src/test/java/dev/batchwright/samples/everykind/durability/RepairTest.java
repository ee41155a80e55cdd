package dev.batchwright.samples.everykind.durability;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RunReport;
import dev.batchwright.cache.LocalCacheFiles;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts that were lost or damaged after a run, and the runs that find them. */
class RepairTest {

    /** The steps without kept rows that are called to make the input of others again. */
    private static final Map<String, Set<String>> CALLED_FOR = Map.of(
            "sift", Set.of("clean"),
            "stick", Set.of("label"),
            "weigh", Set.of("grind", "blow"),
            "bake", Set.of());

    @TempDir
    Path folder;

    private Path whole;
    private Map<String, String> bytes;
    private Map<String, List<Grain>> rows;
    private Shelf shelf;

    @BeforeEach
    void runUndisturbed() throws IOException {
        whole = folder.resolve("whole");
        shelf = new Shelf();
        MillRun.run(Journal.peaceful(), shelf, whole, 1);
        bytes = parts(whole);
        rows = MillRows.of(whole);
    }

    @Test
    void makesALostPartAgainAndNothingElse() throws IOException {
        for (String part : aFewOfEachStep()) {
            Path cache = copy(part);
            Files.delete(cache.resolve(part));
            Journal journal = Journal.peaceful();

            MillRun.run(journal, shelf, cache, 1);

            assertThat(differing(cache)).as("parts after the loss of %s", part).isSubsetOf(part);
            assertThat(MillRows.of(cache)).isEqualTo(rows);
            assertThat(journal.steps())
                    .as("steps that ran after the loss of %s", part)
                    .allMatch(step -> isCalledFor(step, stepOf(part)));
        }
    }

    @Test
    void callsAStepForNoMoreThanTheLostPart() throws IOException {
        String part = bytes.keySet().stream()
                .filter(name -> name.startsWith("weigh/") && name.contains("/00000.001."))
                .findFirst()
                .orElseThrow();
        assertThat(bytes.keySet()).anyMatch(name -> name.startsWith("weigh/") && name.contains("/00000.002."));
        Files.delete(whole.resolve(part));
        Journal journal = Journal.peaceful();

        MillRun.run(journal, shelf, whole, 2);

        assertThat(differing(whole)).isSubsetOf(part);
        assertThat(MillRows.of(whole)).isEqualTo(rows);
        assertThat(journal.callsOf("weigh")).isBetween(1L, 3L);
    }

    @Test
    void findsDamageWhenItReadsAndMakesThePartAgain() throws IOException {
        for (String part : aFewOfEachStep()) {
            if (!Set.of("weigh", "stick", "tally", "meet").contains(stepOf(part))) {
                continue;
            }
            Path cache = copy(part);
            flipAByte(cache.resolve(part));
            lose(cache, stepOf(part).equals("weigh") ? "tally" : stepOf(part).equals("meet") ? "bake" : "meet");

            RunReport report = MillRun.run(Journal.peaceful(), shelf, cache, 2);

            assertThat(report.damage())
                    .as("damage of %s", part)
                    .singleElement()
                    .satisfies(found -> assertThat(found).contains(part.replace('\\', '/')));
            assertThat(MillRows.of(cache)).isEqualTo(rows);
        }
    }

    @Test
    void makesAnewWhatStemsFromRowsThatCameOutOtherwise() throws IOException {
        lose(whole, "stick");
        lose(whole, "bake");
        Journal journal = Journal.peaceful().inMood(" two");

        MillRun.run(journal, shelf, whole, 1);

        Map<String, List<Grain>> made = MillRows.of(whole);
        assertThat(made.get("stick"))
                .hasSameSizeAs(rows.get("stick"))
                .allSatisfy(row -> assertThat(row.text()).startsWith("label two"));
        assertThat(made.get("grade")).isEqualTo(rows.get("grade"));
        assertThat(journal.steps()).contains("meet", "bake").doesNotContain("sift", "weigh", "tally", "pack");
    }

    @Test
    void makesAnewWhatFollowsAcrossABarrierToo() throws IOException {
        lose(whole, "stick");
        Journal journal = Journal.peaceful().inMood(" two");

        MillRun.run(journal, shelf, whole, 1); // the clock of two threads would cut the rows into other parts

        assertThat(journal.steps()).contains("label", "stick", "meet").doesNotContain("sift", "weigh", "tally", "pack");
        assertThat(MillRows.of(whole).get("meet")).isEqualTo(rows.get("meet")); // it only counts
        assertThat(journal.steps()).as("what stems from rows that are the same").doesNotContain("bake", "sell");
    }

    @Test
    void verifiesAndMakesAgainWhateverIsDamagedAtOnce() throws IOException {
        long seed = 20_261_128;
        Random random = new Random(seed);
        for (int round = 0; round < 10; round++) {
            Path cache = copy("round-" + round);
            List<String> lost = bytes.keySet().stream()
                    .filter(part -> random.nextInt(4) == 0)
                    .toList();
            for (String part : lost) {
                damage(cache.resolve(part), random.nextInt(4));
            }

            RunReport report = MillRun.run(
                    Journal.peaceful(),
                    shelf,
                    MillRun.ROWS,
                    MillRun.options(cache, 1 + round % 2).verify(true),
                    new LocalCacheFiles());

            assertThat(MillRows.of(cache))
                    .as("rows after damage of %s, seed %s", lost, seed)
                    .isEqualTo(rows);
            assertThat(report.damage()).isNotEmpty();
            try (Mill_MillingCache reader = Mill_MillingCache.open(cache)) {
                assertThat(reader.verify().isSound()).isTrue();
            }
        }
    }

    /** The first part of each step, and one that lies between others where there is one. */
    private List<String> aFewOfEachStep() {
        Map<String, String> first = new TreeMap<>();
        Map<String, String> between = new TreeMap<>();
        for (String part : bytes.keySet()) {
            first.putIfAbsent(stepOf(part), part);
            if (part.contains(".001.")
                    && bytes.keySet().stream()
                            .anyMatch(other -> other.startsWith(part.replaceFirst("\\.001\\..*", ".002.")))) {
                between.putIfAbsent(stepOf(part), part);
            }
        }
        assertThat(between.values()).anyMatch(part -> part.contains(".001."));
        return Stream.concat(first.values().stream(), between.values().stream())
                .distinct()
                .toList();
    }

    /** The parts that are other ones than before; one that is made again may say otherwise where to go on after it. */
    private Set<String> differing(Path cache) throws IOException {
        Map<String, String> now = parts(cache);
        assertThat(now.keySet()).isEqualTo(bytes.keySet());
        Set<String> differing = new TreeSet<>(now.keySet());
        differing.removeIf(part -> Objects.equals(now.get(part), bytes.get(part)));
        return differing;
    }

    private static boolean isCalledFor(String step, String lost) {
        return step.equals(lost) || CALLED_FOR.getOrDefault(lost, Set.of()).contains(step);
    }

    private static String stepOf(String part) {
        return part.substring(0, part.indexOf('/'));
    }

    private static void damage(Path file, int kind) throws IOException {
        switch (kind) {
            case 0 -> Files.delete(file);
            case 1 -> flipAByte(file);
            case 2 -> truncate(file);
            default -> zeroTheEnd(file);
        }
    }

    private static void flipAByte(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 3] ^= 0x10;
        Files.write(file, content);
    }

    private static void truncate(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(open.length() * 2 / 3);
        }
    }

    private static void zeroTheEnd(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Arrays.fill(content, content.length - content.length / 4, content.length, (byte) 0);
        Files.write(file, content);
    }

    private static void lose(Path cache, String step) throws IOException {
        for (String part : parts(cache).keySet()) {
            if (stepOf(part).equals(step)) {
                Files.delete(cache.resolve(part));
            }
        }
    }

    private Path copy(String name) throws IOException {
        Path copy = folder.resolve("copy-" + name.replace('/', '_'));
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(whole)) {
            walk.forEach(files::add);
        }
        for (Path file : files) {
            Path to = copy.resolve(whole.relativize(file));
            if (Files.isDirectory(file)) {
                Files.createDirectories(to);
            } else {
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return copy;
    }

    private static Map<String, String> parts(Path cache) throws IOException {
        try (Stream<Path> walk = Files.walk(cache)) {
            return walk.filter(file -> file.getFileName().toString().matches("\\d+\\.\\d+\\..*"))
                    .collect(toMap(
                            file -> cache.relativize(file).toString(), RepairTest::hex, (a, b) -> a, TreeMap::new));
        }
    }

    private static String hex(Path file) {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
