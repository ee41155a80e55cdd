package dev.batchwright.samples.corpus;

import dev.batchwright.BatchwrightException;
import dev.batchwright.RunReport;
import dev.batchwright.samples.corpus.embed.EmbeddingModel;
import dev.batchwright.samples.corpus.embed.MiniLm;
import dev.batchwright.samples.corpus.embed.WordPieceTokenizer;
import dev.batchwright.samples.corpus.search.Hit;
import dev.batchwright.samples.corpus.search.NearestChunks;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the corpus and asks it a question. */
@Command(
        name = "corpus",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes a dataset of parliamentary speeches and source files: cleans, filters, deduplicates, chunks and embeds them.",
            "Then finds the passages that are nearest to a question. What was done before is not done again."
        })
public final class CorpusMain implements Callable<Integer> {

    private static final int HITS = 5;
    private static final int TITLE_CHARACTERS = 100;
    private static final int TEXT_CHARACTERS = 300;

    @Mixin
    private final CorpusOptions options = new CorpusOptions();

    @Option(
            names = "--query",
            paramLabel = "TEXT",
            defaultValue = "How can we protect fish stocks from overfishing?",
            description = "The question to ask. Default: ${DEFAULT-VALUE}")
    private String query = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs the sample and exits with 0 if all went well.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new CorpusMain())
                .setParameterExceptionHandler(CorpusMain::refuse)
                .setExecutionExceptionHandler(CorpusMain::report);
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        options.check(spec.commandLine());
        WordPieceTokenizer tokenizer = WordPieceTokenizer.miniLm();
        try (EmbeddingModel model = new MiniLm(tokenizer)) {
            RunReport report = options.pipeline(tokenizer, model).run(options.runOptions());
            out.println(report);
            answer(model, out);
        }
        return CommandLine.ExitCode.OK;
    }

    private void answer(EmbeddingModel model, PrintWriter out) throws Exception {
        try (CorpusCache cache = CorpusCache.open(options.cache())) {
            List<Hit> hits = NearestChunks.find(cache.embedChunks(), model.embed(query), HITS);
            out.printf("%s%n%n", query);
            hits.forEach(hit -> print(hit, out));
        }
        out.flush();
    }

    private static void print(Hit hit, PrintWriter out) {
        String title = shortened(hit.chunk().title(), TITLE_CHARACTERS);
        String text = shortened(hit.chunk().text(), TEXT_CHARACTERS);
        out.printf(Locale.ROOT, "%.3f  %s%n       %s%n%n", hit.score(), title, text);
    }

    private static String shortened(String text, int characters) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > characters ? line.substring(0, characters) + " ..." : line;
    }

    private static int refuse(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        command.getErr().println(command.getColorScheme().errorText(problem.getMessage()));
        command.getErr().println("--help lists the options.");
        return CommandLine.ExitCode.USAGE;
    }

    /** What the framework reports is meant for people; anything else is a defect and keeps its stack trace. */
    private static int report(Exception problem, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (!(problem instanceof BatchwrightException)) {
            throw problem;
        }
        command.getErr().println(command.getColorScheme().errorText(problem.getMessage()));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
