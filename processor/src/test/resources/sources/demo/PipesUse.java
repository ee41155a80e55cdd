package demo;

import dev.batchwright.generated.Configuration;
import dev.batchwright.generated.KeyOrder;
import dev.batchwright.generated.PipelineDefinition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Uses what is generated for {@link Pipes}. */
public final class PipesUse {

    private PipesUse() {}

    public static String graph() {
        PipelineDefinition pipeline = Pipes_CorpusRunner.builder()
                .readReviews(new Pipes.ReadReviews(Path.of("reviews.jsonl")))
                .keepGood(keepGood())
                .write(new Pipes.Write(Path.of("out")))
                .embed(embed())
                .build()
                .definition();
        StringBuilder text = new StringBuilder();
        for (PipelineDefinition.Node node : pipeline.nodes()) {
            text.append(node.name()).append(' ').append(node.manager().settings().kind());
            text.append(' ').append(node.inputs()).append(node.persisted() ? " kept\n" : "\n");
        }
        return text.toString();
    }

    public static String plan() {
        return Pipes_CorpusRunner.builder()
                .readReviews(new Pipes.ReadReviews(Path.of("reviews.jsonl")))
                .keepGood(keepGood())
                .write(new Pipes.Write(Path.of("out")))
                .embed(embed())
                .build()
                .plan()
                .stages()
                .stream()
                .map(stage -> stage.begins() + ": "
                        + stage.steps().stream().map(step -> step.name()).toList())
                .toList()
                .toString();
    }

    public static String configuration() {
        Configuration configuration = new Configuration();
        new Pipes_KeepGoodBatchManager(keepGood()).configure(configuration);
        return configuration.values().toString();
    }

    public static String nullConfiguration() {
        Configuration configuration = new Configuration();
        new Pipes_KeepGoodBatchManager(new Pipes.KeepGood(3, null, null)).configure(configuration);
        return configuration.values().toString();
    }

    public static String settings() {
        return new Pipes_EmbedBatchManager(embed()).settings().toString();
    }

    public static boolean keyOrder() {
        KeyOrder<Pipes.ReviewKey> order = new Pipes_ByProductBatchManager(new Pipes.ByProduct()).keyOrder();
        Pipes.ReviewKey first = new Pipes.ReviewKey("a", 5);
        Pipes.ReviewKey second = new Pipes.ReviewKey("b", 1);
        Pipes.ReviewKey third = new Pipes.ReviewKey("b", 2);
        return order.compare(first, second) < 0
                && order.compare(second, third) < 0
                && order.compare(third, new Pipes.ReviewKey("b", 2)) == 0
                && order.hash(third) == order.hash(new Pipes.ReviewKey("b", 2));
    }

    private static Pipes.KeepGood keepGood() {
        Pipes.Window.Inner inner = new Pipes.Window.Inner(Pipes.Window.Duration2.A, Duration.ofSeconds(1));
        return new Pipes.KeepGood(3, new Pipes.Window(1, inner), Pattern.compile("a|b", Pattern.CASE_INSENSITIVE));
    }

    private static Pipes.Embed embed() {
        return new Pipes.Embed(new Object(), null);
    }
}
