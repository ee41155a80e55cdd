package dev.batchwright.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.StepModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A pipeline's {@code …Runner}. */
public final class RunnerEmitter {

    private final PipelineModel pipeline;
    private final Graph graph;
    private final BuilderStages stages;

    /** Needs the steps in the order in which the flows first name them. */
    public RunnerEmitter(PipelineModel pipeline, Graph graph, List<StepModel> steps) {
        this.pipeline = pipeline;
        this.graph = graph;
        this.stages = new BuilderStages(
                pipeline.runner(),
                steps.stream().filter(step -> !step.hasNoArguments()).toList());
    }

    public TypeSpec emit() {
        return Specs.finalClass(pipeline.runner(), pipeline.isPublic())
                .addJavadoc("Runs the pipeline {@link $T}:\n\n<pre>{@code\n$L}</pre>", pipeline.type(), outline())
                .addJavadoc(Comments.see(pipeline.cache()))
                .addField(RuntimeTypes.PIPELINE_DEFINITION, "pipeline", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(builder())
                .addMethod(plan())
                .addMethod(planWithOptions())
                .addMethod(run())
                .addMethod(start())
                .addMethod(definition())
                .addTypes(stages.types())
                .build();
    }

    private String outline() {
        StringBuilder text = new StringBuilder();
        for (Graph.Node node : graph.nodes()) {
            text.append(node.step().name());
            List<String> inputs = node.inputs().stream().map(StepModel::name).toList();
            text.append(inputs.isEmpty() ? "" : " <- " + String.join(", ", inputs));
            text.append(node.isPersisted() ? " (kept)\n" : "\n");
        }
        return text.toString();
    }

    private MethodSpec constructor() {
        CodeBlock.Builder code =
                CodeBlock.builder().add("this.pipeline = $T.named($S)$>$>", RuntimeTypes.PIPELINE_DEFINITION, name());
        for (Graph.Node node : graph.nodes()) {
            String method = node.isPersisted() ? "persisted" : "fused";
            code.add("\n.$L(new $T($L)", method, node.step().manager(), instance(node.step()));
            node.inputs().forEach(input -> code.add(", $T.NAME", input.manager()));
            code.add(")");
        }
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addCode(code.add("\n.build();$<$<\n").build());
        if (stages.firstStep().isPresent()) {
            constructor.addParameter(pipeline.runner().nestedClass(BuilderStages.BUILDER), "builder");
        }
        return constructor.build();
    }

    private String name() {
        return pipeline.name().value();
    }

    private static CodeBlock instance(StepModel step) {
        return step.hasNoArguments()
                ? CodeBlock.of("new $T()", step.type())
                : CodeBlock.of("builder.$N", Words.method(step.simpleName()));
    }

    private MethodSpec builder() {
        MethodSpec.Builder method =
                Specs.publicMethod("builder", stages.first()).addModifiers(Modifier.STATIC);
        stages.firstStep()
                .ifPresentOrElse(
                        step -> method.addJavadoc("Starts with the first step that has to be given: {@link $T}.", step),
                        () -> method.addJavadoc("Starts; no step has to be given."));
        return method.addStatement("return new $L()", BuilderStages.BUILDER).build();
    }

    private MethodSpec plan() {
        return Specs.publicMethod("plan", RuntimeTypes.PIPELINE_PLAN)
                .addJavadoc("Says how {@link $T} would run.", pipeline.type())
                .addStatement("return $T.load().plan(pipeline)", RuntimeTypes.PIPELINE_ENGINE)
                .build();
    }

    private MethodSpec planWithOptions() {
        return Specs.publicMethod("plan", RuntimeTypes.PIPELINE_PLAN)
                .addJavadoc(
                        "Says how {@link $T} would run with some options, with the formats that earlier runs chose.",
                        pipeline.type())
                .addParameter(RuntimeTypes.RUN_OPTIONS, "options")
                .addStatement("return $T.load().plan(pipeline, $L)", RuntimeTypes.PIPELINE_ENGINE, options())
                .build();
    }

    private MethodSpec run() {
        return Specs.publicMethod("run", RuntimeTypes.RUN_REPORT)
                .addJavadoc("Runs {@link $T} to its end.", pipeline.type())
                .addParameter(RuntimeTypes.RUN_OPTIONS, "options")
                .addStatement("return $T.load().run(pipeline, $L)", RuntimeTypes.PIPELINE_ENGINE, options())
                .build();
    }

    private MethodSpec start() {
        return Specs.publicMethod("start", RuntimeTypes.RUN)
                .addJavadoc("Starts to run {@link $T}, in threads of its own.", pipeline.type())
                .addParameter(RuntimeTypes.RUN_OPTIONS, "options")
                .addStatement("return $T.load().start(pipeline, $L)", RuntimeTypes.PIPELINE_ENGINE, options())
                .build();
    }

    /** What a run is told, with what the pipeline says where that says nothing. */
    private CodeBlock options() {
        return pipeline.memory().value().isEmpty()
                ? CodeBlock.of("options")
                : CodeBlock.of("options.memoryByDefault($S)", pipeline.memory().value());
    }

    private MethodSpec definition() {
        ClassName definition = RuntimeTypes.PIPELINE_DEFINITION;
        return Specs.publicMethod("definition", definition)
                .addJavadoc("The checked pipeline {@link $T}, for engines.", pipeline.type())
                .addStatement("return pipeline")
                .build();
    }
}
