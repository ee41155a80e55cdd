package dev.batchwright.processor.page;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.StepModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A checked pipeline as one page of HTML that needs nothing else, neither a network nor scripts. It is XML as well. The same pipeline
 * gives the same page, to the byte.
 */
public final class PlanPage {

    private static final String HOW_TO_READ =
            "Rows enter at the top and leave at the bottom. Each box is a step: code that "
                    + "turns rows into other rows. The tag below it names the record that these rows are, and says whether they are kept "
                    + "on disk, where the next run finds them if nothing they depend on has changed. Steps in one band run together, "
                    + "as a stage: what a step makes goes straight into the next one, row by row or batch by batch. A band with "
                    + "several sources is a stage for each source. The threads of a run share the rows of a stage "
                    + "among them; how many there are is said when it is run. Below a dashed line, a step has to see all rows from "
                    + "above before it can go on.";

    private final PipelineModel pipeline;
    private final Graph graph;
    private final Stages stages;
    private final StepTable steps;
    private final RowTables rows;
    private final Sources sources;

    /**
     * Prepares a page.
     *
     * @param pipeline a pipeline in which nothing is wrong
     * @param graph its graph
     * @param sourceLinks from a class to its source, relative to where the page lies; empty where that is not known
     */
    public PlanPage(PipelineModel pipeline, Graph graph, Function<ClassName, Optional<String>> sourceLinks) {
        this.pipeline = pipeline;
        this.graph = graph;
        this.stages = new Stages(graph);
        this.sources = new Sources(sourceLinks);
        this.steps = new StepTable(graph, stages, sources);
        this.rows = new RowTables(graph, sources);
    }

    public String text() {
        String name = Markup.escaped(pipeline.name().value());
        return "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\" xml:lang=\"en\">\n<head>\n"
                + "<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"generator\" content=\"Batchwright\"/>\n"
                + Markup.element("title", "Plan of " + name) + "\n"
                + Markup.element("style", PageStyle.PAGE) + "\n</head>\n<body>\n" + header(name) + "<main>\n"
                + section("graph", "Graph", graph(name))
                + section("stages", "Stages", stages())
                + section("steps", "Steps", Markup.element("div", "scroll", steps.markup()) + memory())
                + section("rows", "Rows", rows.markup())
                + "</main>\n" + footer() + "</body>\n</html>\n";
    }

    private String header(String name) {
        return "<header>\n" + Markup.element("h1", "Plan of " + name) + "\n"
                + (pipeline.description().isEmpty()
                        ? ""
                        : Markup.element("p", "lead", Markup.escaped(pipeline.description())) + "\n")
                + Markup.element(
                        "p",
                        "facts",
                        sources.markup(pipeline.type()) + ": "
                                + count(graph.nodes().size(), "step") + " in "
                                + count(stages.all().size(), "stage") + ", "
                                + count(rows.rows().size(), "kind") + " of rows")
                + "\n<nav aria-label=\"Parts of this page\"><a href=\"#graph\">Graph</a> <a href=\"#stages\">Stages</a> "
                + "<a href=\"#steps\">Steps</a> <a href=\"#rows\">Rows</a></nav>\n</header>\n";
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String section(String id, String title, String content) {
        return "<section id=\"" + id + "\">\n" + Markup.element("h2", title) + "\n" + content + "\n</section>\n";
    }

    private String graph(String name) {
        return Markup.element("p", HOW_TO_READ) + "\n" + Legend.markup() + "<figure><div class=\"scroll\">"
                + new GraphDrawing(graph, stages).text("The steps of " + name) + "</div></figure>";
    }

    private String stages() {
        List<Stages.Stage> all = stages.all();
        return IntStream.range(0, all.size())
                .mapToObj(stage -> stage(stage + 1, all.get(stage)))
                .collect(Collectors.joining(
                        "\n",
                        "<div class=\"scroll\"><table><thead><tr><th scope=\"col\">Stage</th><th scope=\"col\">Begins with</th>"
                                + "<th scope=\"col\">Steps, in the order in which a row meets them</th></tr></thead><tbody>\n",
                        "\n</tbody></table></div>"));
    }

    private static String stage(int number, Stages.Stage stage) {
        StepModel begins = stage.begins();
        String how = stage.isOfStoredRows()
                ? "the stored rows of "
                : begins.kind().isBarrier() ? "all rows that reach " : "the rows that are read by ";
        String steps = stage.steps().stream().map(Markup::code).collect(Collectors.joining(" → "));
        return "<tr><th scope=\"row\">" + number + "</th><td>" + how + Markup.code(begins.name()) + "</td><td>" + steps
                + "</td></tr>";
    }

    private static String memory() {
        return Markup.element(
                "p",
                "soft",
                "The memory of rows is an estimate from their types, before any row is there: how long texts and lists are is not "
                        + "known, nor what a step allocates by itself. What a run holds of rows in all is bounded by "
                        + Markup.code("RunOptions.memory") + ".");
    }

    private String footer() {
        return Markup.element(
                        "footer",
                        Markup.element(
                                "p",
                                "Written by Batchwright from "
                                        + Markup.code(pipeline.type().canonicalName())
                                        + " while it was compiled. Changes are lost when it is compiled again."))
                + "\n";
    }
}
