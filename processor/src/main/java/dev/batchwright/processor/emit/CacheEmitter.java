package dev.batchwright.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.model.RowModel;
import dev.batchwright.processor.model.StepModel;
import java.nio.file.Path;
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
                .superclass(RuntimeTypes.PIPELINE_CACHE)
                .addMethod(constructor())
                .addMethod(open());
        graph.nodes().stream().filter(Graph.Node::isPersisted).forEach(node -> type.addMethod(rows(node.step())));
        return type.build();
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
                .addStatement("return dataset($T.NAME, $T.INSTANCE)", step.manager(), row.serializer())
                .build();
    }
}
