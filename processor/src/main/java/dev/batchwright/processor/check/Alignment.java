package dev.batchwright.processor.check;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.StepKind;
import dev.batchwright.processor.model.StepModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The two inputs of a zip step have their rows in step. Each step's rows belong to a row space, named after the step that began it:
 * steps that make one row of each row stay in the space of their input, all others begin one, and so do a union and a step that puts
 * bad rows aside.
 */
final class Alignment implements PipelineCheck {

    @Override
    public void check(PipelineModel pipeline, Problems problems) {
        Map<ClassName, StepModel> spaces = new HashMap<>();
        for (Graph.Node node : new GraphBuilder(pipeline).build().nodes()) {
            if (node.step().kind() == StepKind.ZIP && !isAligned(node, spaces)) {
                problems.report(Message.INPUTS_NOT_ALIGNED, Stops.place(pipeline, node.step()), message(node, spaces));
            }
            spaces.put(node.step().type(), space(node, spaces));
        }
    }

    private static StepModel space(Graph.Node node, Map<ClassName, StepModel> spaces) {
        boolean isUnion = node.inputs().size() > 1 && !node.step().kind().hasTwoInputs();
        return node.step().kind().isAligned() && !node.step().settings().quarantines() && !isUnion
                ? spaceOf(node.inputs().get(0), spaces)
                : node.step();
    }

    private static StepModel spaceOf(StepModel step, Map<ClassName, StepModel> spaces) {
        return Objects.requireNonNull(spaces.get(step.type()));
    }

    private static boolean isAligned(Graph.Node zip, Map<ClassName, StepModel> spaces) {
        StepModel left = spaceOf(zip.inputs().get(0), spaces);
        StepModel right = spaceOf(zip.inputs().get(1), spaces);
        return left.type().equals(right.type());
    }

    private static String message(Graph.Node zip, Map<ClassName, StepModel> spaces) {
        StepModel left = zip.inputs().get(0);
        StepModel right = zip.inputs().get(1);
        StepModel leftSpace = spaceOf(left, spaces);
        StepModel rightSpace = spaceOf(right, spaces);
        String start = zip.step().simpleName() + " joins the rows of " + left.simpleName() + " and "
                + right.simpleName() + " one by one, but ";
        String fix = ". Branch after that step, or join by a key with a CoGroupStep.";
        if (leftSpace.kind().isSource() && rightSpace.kind().isSource()) {
            return start + "they come from different sources, " + leftSpace.simpleName() + " and "
                    + rightSpace.simpleName() + ". Join by a key with a CoGroupStep.";
        }
        boolean rightBreaks = leftSpace.kind().isSource();
        StepModel breaker = rightBreaks ? rightSpace : leftSpace;
        StepModel branch = rightBreaks ? right : left;
        String where = breaker.equals(branch) ? "" : " on the way to " + branch.simpleName();
        String kind = breaker.settings().quarantines()
                ? "with onError = QUARANTINE"
                : "a " + breaker.kind().simpleName();
        return start + breaker.simpleName() + where + " (" + kind + ") does not make exactly one row of each row" + fix;
    }
}
