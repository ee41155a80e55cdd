package dev.batchwright.benchmarks.storage;

import dev.batchwright.shard.CompressionSetting;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All results, each of several turns. */
final class StorageResults {

    private record Key(String stored, CompressionSetting compression, Contender contender) {}

    private final Map<Key, StorageResult> results = new LinkedHashMap<>();

    /** Adds a turn. */
    void add(StorageResult result) {
        Key key = new Key(result.stored(), result.compression(), result.contender());
        results.merge(
                key,
                result,
                (before, now) -> new StorageResult(
                        now.stored(),
                        now.contender(),
                        now.compression(),
                        before.trial().and(now.trial())));
    }

    Collection<StorageResult> all() {
        return results.values();
    }

    Optional<Trial> of(String stored, CompressionSetting compression, Contender contender) {
        return Optional.ofNullable(results.get(new Key(stored, compression, contender)))
                .map(StorageResult::trial);
    }

    /** The medians as a table for people. */
    @Override
    public String toString() {
        return table("%-10s %-6s %-30s %10s %10s %9s %9s %9s%n", "").collect(Collectors.joining());
    }

    /** The same in Markdown. */
    String toMarkdown() {
        String line = "| %s | %s | %s | %s | %s | %s | %s | %s |%n";
        return table(line, "|---|---|---|---|---|---|---|---|\n").collect(Collectors.joining());
    }

    private Stream<String> table(String line, String rule) {
        List<String> head =
                List.of(String.format(line, "rows", "", "system", "write ns", "read ns", "MB", "B written", "B read"));
        return Stream.concat(
                Stream.concat(head.stream(), Stream.of(rule)),
                results.values().stream().map(result -> row(line, result)));
    }

    private static String row(String line, StorageResult result) {
        Trial trial = result.trial();
        return String.format(
                Locale.ROOT,
                line,
                result.stored(),
                result.compression(),
                result.contender(),
                number(trial.write() / trial.rows() * 1e9),
                number(trial.read() / trial.rows() * 1e9),
                String.format(Locale.ROOT, "%.1f", trial.bytes() / 1e6),
                number(result.writtenAllocation()),
                number(result.readAllocation()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
