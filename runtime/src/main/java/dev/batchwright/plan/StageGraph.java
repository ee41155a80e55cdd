package dev.batchwright.plan;

import dev.batchwright.PipelinePlan;
import dev.batchwright.StoredFormat;
import dev.batchwright.generated.PipelineDefinition;
import dev.batchwright.generated.PipelineDefinition.Node;
import dev.batchwright.generated.StepKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The stages of a pipeline. Immutable once built. */
public final class StageGraph {

    private final PipelineDefinition pipeline;
    private final List<Stage> stages = new ArrayList<>();
    /** The lanes in which each step runs. */
    private final Map<String, List<Lane>> lanes = new LinkedHashMap<>();
    /** The lanes from which the consumers of each step take its rows: the stored ones where they differ from the above. */
    private final Map<String, List<Lane>> outputs = new LinkedHashMap<>();

    private StageGraph(PipelineDefinition pipeline) {
        this.pipeline = pipeline;
    }

    /**
     * Groups the steps of a pipeline.
     *
     * @param pipeline a checked pipeline, each step after those that feed it
     * @return its stages
     */
    public static StageGraph of(PipelineDefinition pipeline) {
        StageGraph graph = new StageGraph(pipeline);
        pipeline.nodes().forEach(graph::place);
        return graph;
    }

    /**
     * The stages, each after those it depends on.
     *
     * @return the stages
     */
    public List<Stage> stages() {
        return List.copyOf(stages);
    }

    /**
     * The lanes in which a step runs, in the order of their shards.
     *
     * @param step the step's name
     * @return the lanes
     */
    public List<Lane> lanes(String step) {
        return Objects.requireNonNull(lanes.get(step), step);
    }

    /**
     * The pipeline.
     *
     * @return what the graph was built from
     */
    public PipelineDefinition pipeline() {
        return pipeline;
    }

    /**
     * The stages as users see them.
     *
     * @param formats says how the rows of a step are kept
     * @return the plan
     */
    public PipelinePlan describe(Function<Node, StoredFormat> formats) {
        return new PipelinePlan(
                pipeline.name(),
                stages.stream()
                        .filter(stage -> stage.begin() != Stage.Begin.STORED
                                || stage.lanes().size() > 1)
                        .map(stage -> describe(stage, formats))
                        .toList(),
                List.of(),
                List.of());
    }

    private static PipelinePlan.Stage describe(Stage stage, Function<Node, StoredFormat> formats) {
        return new PipelinePlan.Stage(
                stage.head().name(),
                stage.lanes().stream()
                        .filter(lane -> !lane.isStoredHead())
                        .map(lane -> describe(lane, formats))
                        .toList());
    }

    private static PipelinePlan.PlannedStep describe(Lane lane, Function<Node, StoredFormat> formats) {
        Node node = lane.node();
        String kind =
                node.manager().settings().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new PipelinePlan.PlannedStep(lane.name(), kind, node.inputs(), node.persisted(), formats.apply(node));
    }

    private void place(Node node) {
        List<Lane> placed = switch (node.manager().settings().kind()) {
            case SOURCE -> List.of(begin(node, Stage.Begin.SPLITS));
            case SEQUENTIAL_SOURCE -> List.of(begin(node, Stage.Begin.STREAM));
            case KEYED, CO_GROUP -> List.of(begin(node, Stage.Begin.GROUPS));
            case GLOBAL -> List.of(begin(node, Stage.Begin.ALL_ROWS));
            case ZIP -> zip(node);
            default -> unite(node);
        };
        lanes.put(node.name(), placed);
        outputs.put(node.name(), isStoredAndCut(node) ? List.of(begin(node, Stage.Begin.STORED)) : placed);
    }

    private static boolean isStoredAndCut(Node node) {
        StepKind kind = node.manager().settings().kind();
        return node.persisted() && (kind == StepKind.SEQUENTIAL_SOURCE || kind == StepKind.GLOBAL);
    }

    private Lane begin(Node node, Stage.Begin begin) {
        Stage stage = new Stage(stages.size(), begin);
        stages.add(stage);
        return stage.add(node, 0, List.of());
    }

    private List<Lane> zip(Node node) {
        List<Lane> left = outputsOf(node.inputs().get(0));
        List<Lane> right = outputsOf(node.inputs().get(1));
        List<Lane> placed = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            if (left.size() != right.size()
                    || left.get(i).stage() != right.get(i).stage()) {
                throw new IllegalArgumentException("The inputs of step " + node.name() + " do not line up");
            }
            placed.add(left.get(i).stage().add(node, i, List.of(left.get(i), right.get(i))));
        }
        return placed;
    }

    private List<Lane> unite(Node node) {
        List<Lane> placed = new ArrayList<>();
        for (String input : node.inputs()) {
            for (Lane lane : outputsOf(input)) {
                placed.add(lane.stage().add(node, placed.size(), List.of(lane)));
            }
        }
        return placed;
    }

    private List<Lane> outputsOf(String step) {
        return Objects.requireNonNull(outputs.get(step), () -> "No step " + step + " comes before the one it feeds");
    }
}
