package dev.batchwright.processor;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.check.Checks;
import dev.batchwright.processor.check.GeneratedTypes;
import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.emit.CacheEmitter;
import dev.batchwright.processor.emit.GraphJson;
import dev.batchwright.processor.emit.GraphMermaid;
import dev.batchwright.processor.emit.RunnerEmitter;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.StepModel;
import dev.batchwright.processor.read.PipelineReader;
import dev.batchwright.processor.read.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Reads, checks and writes pipelines. */
final class PipelineGeneration {

    private static final String FOLDER = "META-INF/batchwright/";

    private final Scope scope;
    private final RuntimeCheck runtime;
    private final PipelineReader pipelines;
    private final SourceWriter writer;
    private final PageWriter pages;
    private final GeneratedTypes generated;
    private final Map<String, ClassName> namedBy = new HashMap<>();

    PipelineGeneration(Scope scope, SourceWriter writer, PageWriter pages) {
        this.scope = scope;
        this.runtime = new RuntimeCheck(scope);
        this.pipelines = new PipelineReader(scope);
        this.writer = writer;
        this.pages = pages;
        this.generated = new GeneratedTypes(scope::hasSource);
    }

    /** Is not done as long as a step is not right, which may be in a later round. */
    boolean pipeline(TypeElement type, Problems problems) {
        PipelineModel pipeline = pipelines.read(type);
        if (!runtime.fits()) {
            reportRuntime(pipeline, problems);
            return false;
        }
        problems.addAll(Checks.ofFlows(pipeline));
        boolean isWhole = checkSteps(pipeline, problems);
        if (problems.hasErrors() || !isWhole) {
            return false;
        }
        problems.addAll(Checks.ofGraph(pipeline));
        generated.claim(pipeline.runner(), pipeline.type(), pipeline.place(), problems);
        generated.claim(pipeline.cache(), pipeline.type(), pipeline.place(), problems);
        if (!problems.hasErrors()) {
            claimName(pipeline, problems);
        }
        if (!problems.hasErrors()) {
            write(pipeline, problems);
        }
        return !problems.hasErrors();
    }

    /** Said at a step instead where there is one in this compilation. */
    private void reportRuntime(PipelineModel pipeline, Problems problems) {
        boolean isSaidAtStep = pipeline.flows().stream()
                .flatMap(flow -> flow.stops().stream())
                .flatMap(stop -> stop.step().stream())
                .anyMatch(StepModel::inSources);
        if (!isSaidAtStep) {
            runtime.fits(pipeline.place(), problems);
        }
    }

    private void claimName(PipelineModel pipeline, Problems problems) {
        ClassName owner = namedBy.putIfAbsent(pipeline.name().value(), pipeline.type());
        if (owner != null && !owner.equals(pipeline.type())) {
            problems.report(
                    Message.PIPELINE_NAME_CLASH,
                    pipeline.name().place(),
                    owner,
                    pipeline.type(),
                    pipeline.name().value());
        }
    }

    /** Says whether all steps are right. What is wrong with those in this compilation is said at the step, so not here again. */
    private boolean checkSteps(PipelineModel pipeline, Problems problems) {
        boolean areRight = true;
        for (PipelineModel.Flow flow : pipeline.flows()) {
            for (PipelineModel.Stop stop : flow.stops()) {
                areRight &=
                        stop.step().map(step -> checkStep(step, stop, problems)).orElse(false);
            }
        }
        return areRight;
    }

    private boolean checkStep(StepModel step, PipelineModel.Stop stop, Problems problems) {
        List<String> errors = Checks.of(step).errorTexts();
        if (step.inSources()) {
            return errors.isEmpty();
        }
        if (!errors.isEmpty()) {
            problems.report(
                    Message.FLOW_STEP_NOT_A_STEP,
                    stop.place(),
                    stop.text(),
                    "cannot be used",
                    String.join(" ", errors));
        } else if (scope.find(step.manager().canonicalName()).isEmpty()) {
            problems.report(
                    Message.FLOW_STEP_NOT_A_STEP,
                    stop.place(),
                    stop.text(),
                    "has no " + step.manager().simpleName(),
                    "Compile the module that it comes from with this processor.");
        }
        return !problems.hasErrors();
    }

    private void write(PipelineModel pipeline, Problems problems) {
        GraphBuilder builder = new GraphBuilder(pipeline);
        Graph graph = builder.build();
        // First, since what goes through the Filer cannot be written again in the next round.
        pages.write(pipeline, graph, problems);
        if (problems.hasErrors()) {
            return;
        }
        RunnerEmitter runner = new RunnerEmitter(pipeline, graph, List.copyOf(builder.steps()));
        writer.write(pipeline.type(), runner.emit(), pipeline.place(), problems);
        writer.write(pipeline.type(), new CacheEmitter(pipeline, graph).emit(), pipeline.place(), problems);
        String file = FOLDER + pipeline.name().value();
        writer.writeResource(file + ".json", new GraphJson(pipeline, graph).text(), pipeline.place(), problems);
        writer.writeResource(file + ".mmd", new GraphMermaid(graph).text(), pipeline.place(), problems);
    }
}
