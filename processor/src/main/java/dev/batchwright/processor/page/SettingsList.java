package dev.batchwright.processor.page;

import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.model.StepSettings;
import java.util.Locale;

/** The settings of a step: those that differ from what all steps have stand out. */
final class SettingsList {

    private final StringBuilder items = new StringBuilder();

    private SettingsList() {}

    static String of(Graph.Node node) {
        StepModel step = node.step();
        StepSettings settings = step.settings();
        SettingsList list = new SettingsList();
        if (!settings.version().value().isEmpty()) {
            list.add("version " + settings.version().value(), true);
        }
        int concurrency = settings.concurrency().value();
        list.add(
                concurrency == 1 ? "called by each thread of the run" : concurrency + " calls at once",
                concurrency != 1);
        list.add("retries " + settings.retries().value(), settings.retries().value() != 0);
        list.add("on error " + onError(settings), settings.quarantines());
        if (settings.checkpoint().value().equals("EVERY_BATCH")) {
            list.add("commits after every batch", true);
        }
        if (step.output().isPresent()) {
            String persist = settings.persist().value();
            String kept = node.isPersisted() ? "rows are kept" : "rows are passed on";
            list.add(kept + (persist.equals("AUTO") ? "" : ", since persist = " + persist), !persist.equals("AUTO"));
            list.add("format " + step.format(), !step.format().equals("auto"));
            list.add("compression " + step.compression(), !step.compression().equals("auto"));
        }
        if (settings.isolated().value()) {
            list.add("isolated, heap " + settings.heapText(), true);
        }
        return Markup.element("ul", list.items.toString());
    }

    private static String onError(StepSettings settings) {
        if (!settings.quarantines()) {
            return "FAIL";
        }
        long rows = settings.maxBadRows().value();
        double ratio = settings.maxBadRatio().value();
        String limits = (rows == Long.MAX_VALUE ? "" : ", at most " + Quantity.grouped(rows) + " bad rows")
                + (ratio >= 1 ? "" : String.format(Locale.ROOT, ", at most %.4g %%", ratio * 100));
        return "QUARANTINE" + limits;
    }

    private void add(String text, boolean isOwn) {
        String shown = Markup.escaped(text);
        items.append(
                isOwn ? Markup.element("li", Markup.element("strong", shown)) : Markup.element("li", "soft", shown));
    }
}
