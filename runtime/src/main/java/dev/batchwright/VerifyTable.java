package dev.batchwright;

import dev.batchwright.VerifyReport.Damage;
import dev.batchwright.VerifyReport.Repair;
import dev.batchwright.VerifyReport.VerifiedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays a report of a check out as text. */
final class VerifyTable {

    private VerifyTable() {}

    static String of(VerifyReport report) {
        StringBuilder text = new StringBuilder("cache of pipeline ")
                .append(report.pipeline())
                .append(report.isSound() ? ": sound" : ": damaged")
                .append(System.lineSeparator());
        TextTable table = new TextTable(List.of("step", "shards", "whole", "parts", "read", "damaged rows"), Set.of(0));
        report.steps().forEach(step -> table.add(cells(step)));
        text.append(table);
        for (VerifiedStep step : report.steps()) {
            for (String line : details(step)) {
                text.append(line).append(System.lineSeparator());
            }
        }
        if (!report.isSound()) {
            text.append("Run the pipeline with RunOptions.verify(true) to mend the cache.")
                    .append(System.lineSeparator());
        }
        return text.toString();
    }

    private static List<String> cells(VerifiedStep step) {
        return List.of(
                step.step(),
                count(step.shards()),
                count(step.wholeShards()),
                count(step.parts()),
                ByteSize.format(step.bytesRead()),
                step.isSound() ? "-" : count(step.damagedRows()));
    }

    private static List<String> details(VerifiedStep step) {
        List<String> lines = new ArrayList<>();
        for (Damage damage : step.damage()) {
            lines.add(damage.file() + rows(damage) + ": " + damage.what());
        }
        if (step.partsByFooter() > 0) {
            lines.add("of step " + step.step() + ", " + count(step.partsByFooter())
                    + " parts were looked at by their footer alone");
        }
        Repair repair = step.repair();
        if (!repair.shards().isEmpty()) {
            lines.add("to mend " + step.step() + ", " + shards(repair.shards()) + " with " + count(repair.rows())
                    + " rows (" + ByteSize.format(repair.bytes()) + ") must be made again from "
                    + (repair.from().isEmpty() ? "its input" : String.join(", ", repair.from())));
        }
        return lines;
    }

    private static String rows(Damage damage) {
        if (damage.shard() < 0) {
            return "";
        }
        return damage.endRow() < 0
                ? ", rows from " + damage.firstRow() + " on"
                : ", rows " + damage.firstRow() + " to " + (damage.endRow() - 1);
    }

    private static String shards(List<Integer> shards) {
        String named = shards.stream().limit(10).map(String::valueOf).collect(Collectors.joining(", "));
        return (shards.size() == 1 ? "shard " : "shards ")
                + named
                + (shards.size() > 10 ? " and " + (shards.size() - 10) + " more" : "");
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
