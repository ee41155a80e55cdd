package dev.batchwright.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** A pipeline's {@code …Cache}: the rows of its persisted steps. */
public final class CacheEmitter {

    private final PipelineModel pipeline;
    private final Graph graph;

    public CacheEmitter(PipelineModel pipeline, Graph graph) {
        this.pipeline = pipeline;
        this.graph = graph;
    }

    public TypeSpec emit() {
        TypeSpec.Builder type = Specs.finalClass(pipeline.cache(), pipeline.isPublic())
                .addJavadoc(
                        "Reads what runs of {@link $T} left in a cache directory. A step is opened when it is first touched.",
                        pipeline.type())
                .addJavadoc(Comments.see(pipeline.runner()))
                .superclass(RuntimeTypes.PIPELINE_CACHE)
                .addMethod(constructor())
                .addMethod(open());
        persisted().forEach(step -> type.addMethod(rows(step)));
        quarantining().forEach(step -> type.addMethod(quarantined(step)));
        return type.addMethod(verify()).build();
    }

    private Stream<StepModel> persisted() {
        return graph.nodes().stream().filter(Graph.Node::isPersisted).map(Graph.Node::step);
    }

    private Stream<StepModel> quarantining() {
        return graph.nodes().stream()
                .map(Graph.Node::step)
                .filter(step -> step.settings().quarantines());
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Path.class, "directory")
                .addStatement("super(directory, $S)", pipeline.name().value())
                .build();
    }

    private MethodSpec open() {
        return Specs.publicMethod("open", pipeline.cache())
                .addModifiers(Modifier.STATIC)
                .addJavadoc("Opens a cache directory of {@link $T}.", pipeline.type())
                .addParameter(Path.class, "directory")
                .addStatement("return new $T(directory)", pipeline.cache())
                .build();
    }

    private static MethodSpec rows(StepModel step) {
        RowModel row = step.output().orElseThrow();
        return Specs.publicMethod(
                        Words.method(step.simpleName()), ParameterizedTypeName.get(RuntimeTypes.DATASET, row.type()))
                .addJavadoc("The rows of {@link $T}.", step.type())
                .addJavadoc(Comments.ofStep(step))
                .addStatement("return dataset($T.NAME, $T.INSTANCE)", step.manager(), row.serializer())
                .build();
    }

    private static MethodSpec quarantined(StepModel step) {
        RowModel row = step.input().orElseThrow();
        ParameterizedTypeName badRow = ParameterizedTypeName.get(RuntimeTypes.QUARANTINED_ROW, row.type());
        return Specs.publicMethod(
                        Words.method(step.simpleName()) + "Quarantine",
                        ParameterizedTypeName.get(RuntimeTypes.DATASET, badRow))
                .addJavadoc("The rows that {@link $T} could not process, with their errors.", step.type())
                .addStatement("return quarantined($T.NAME, $T.INSTANCE)", step.manager(), row.serializer())
                .build();
    }

    private MethodSpec verify() {
        CodeBlock.Builder serializers = CodeBlock.builder().add("$T.ofEntries(\n", Map.class);
        List<StepModel> steps = persisted().toList();
        for (int i = 0; i < steps.size(); i++) {
            serializers.add(
                    "$T.entry($T.NAME, $T.INSTANCE)$L",
                    Map.class,
                    steps.get(i).manager(),
                    steps.get(i).output().orElseThrow().serializer(),
                    i + 1 < steps.size() ? ",\n" : "");
        }
        return Specs.publicMethod("verify", RuntimeTypes.VERIFY_REPORT)
                .addJavadoc(
                        "Reads all parts of the finished steps of {@link $T} and says what is damaged.",
                        pipeline.type())
                .addStatement("return verify($L)", serializers.add(")").build())
                .build();
    }
}
