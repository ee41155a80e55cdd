package dev.batchwright.samples.everykind.durability;

import dev.batchwright.Dataset;
import dev.batchwright.QuarantinedRow;
import dev.batchwright.samples.everykind.durability.Mill.Grain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What an inspection comes to.
 *
 * @param made the rows that each step has made
 * @param bad for each step the ids of the rows that it has put aside
 */
record InspectedRows(Map<String, List<Grain>> made, Map<String, List<Long>> bad) {

    /** As a reader of a cache sees it. */
    static InspectedRows of(Path folder) {
        Map<String, List<Grain>> made = new TreeMap<>();
        Map<String, List<Long>> bad = new TreeMap<>();
        try (Inspection_InspectingCache cache = Inspection_InspectingCache.open(folder)) {
            made.put("polish", cache.polish().stream().toList());
            made.put("pick", cache.pick().stream().toList());
            made.put("crush", cache.crush().stream().toList());
            made.put("roast", cache.roast().stream().toList());
            made.put("blend", cache.blend().stream().toList());
            bad.put("polish", ids(cache.polishQuarantine()));
            bad.put("pick", ids(cache.pickQuarantine()));
            bad.put("crush", ids(cache.crushQuarantine()));
            bad.put("roast", ids(cache.roastQuarantine()));
            bad.put("blend", ids(cache.blendQuarantine()));
            bad.put("ship", ids(cache.shipQuarantine()));
        }
        return new InspectedRows(made, bad);
    }

    private static List<Long> ids(Dataset<QuarantinedRow<Grain>> rows) {
        return rows.stream().map(bad -> bad.row().id()).toList();
    }

    /** As it has to be, found by plain loops. */
    static InspectedRows expected(int rows, Flaws flaws, Map<String, List<Grain>> shelf) {
        Map<String, List<Grain>> made = new TreeMap<>();
        Map<String, List<Long>> bad = new TreeMap<>();
        for (String step : List.of("polish", "pick", "crush", "roast", "blend")) {
            made.put(step, new ArrayList<>());
        }
        for (String step : List.of("polish", "pick", "crush", "roast", "blend", "ship")) {
            bad.put(step, new ArrayList<>());
        }
        for (long id = 0; id < 2L * rows; id++) {
            if (id % 10 == 9 || isBad("polish", id, flaws, bad)) {
                continue;
            }
            String text = "labelled " + id + " polished";
            list(made, "polish").add(new Grain(id, 2, text));
            if (isBad("pick", id, flaws, bad) || id % 5 == 3) {
                continue;
            }
            list(made, "pick").add(new Grain(id, 2, text));
            if (isBad("crush", id, flaws, bad)) {
                continue;
            }
            for (long piece = id * 10; piece < id * 10 + 2; piece++) {
                list(made, "crush").add(new Grain(piece, 3, text));
                if (isBad("roast", piece, flaws, bad)) {
                    continue;
                }
                list(made, "roast").add(new Grain(piece, 4, text + " roasted"));
                if (isBad("blend", piece, flaws, bad)) {
                    continue;
                }
                for (long i = 0; i < piece % 3; i++) {
                    list(made, "blend").add(new Grain(piece, 5, text + " roasted " + i));
                }
            }
        }
        List<Grain> shipped = shelf.values().stream().flatMap(List::stream).toList();
        list(made, "blend").stream()
                .filter(grain -> !shipped.contains(grain))
                .forEach(grain -> list(bad, "ship").add(grain.id()));
        return new InspectedRows(made, bad);
    }

    private static <T> List<T> list(Map<String, List<T>> lists, String step) {
        return Objects.requireNonNull(lists.get(step), step);
    }

    private static boolean isBad(String step, long id, Flaws flaws, Map<String, List<Long>> bad) {
        boolean isBad = flaws.isAt(step, id);
        if (isBad) {
            list(bad, step).add(id);
        }
        return isBad;
    }
}
