package dev.batchwright.processor;

import dev.batchwright.processor.check.Checks;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.emit.CacheEmitter;
import dev.batchwright.processor.emit.GraphJson;
import dev.batchwright.processor.emit.GraphMermaid;
import dev.batchwright.processor.emit.RunnerEmitter;
import dev.batchwright.processor.model.Graph;
import dev.batchwright.processor.model.GraphBuilder;
import dev.batchwright.processor.model.PipelineModel;
import dev.batchwright.processor.read.PipelineReader;
import dev.batchwright.processor.read.Scope;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Reads, checks and writes pipelines. */
final class PipelineGeneration {

    private static final String FOLDER = "META-INF/batchwright/";

    private final Scope scope;
    private final SourceWriter writer;

    PipelineGeneration(Scope scope, SourceWriter writer) {
        this.scope = scope;
        this.writer = writer;
    }

    Problems pipeline(TypeElement type) {
        PipelineModel pipeline = new PipelineReader(scope).read(type);
        Problems problems = Checks.of(pipeline);
        if (!problems.hasErrors()) {
            write(pipeline, problems);
        }
        return problems;
    }

    private void write(PipelineModel pipeline, Problems problems) {
        GraphBuilder builder = new GraphBuilder(pipeline);
        Graph graph = builder.build();
        RunnerEmitter runner = new RunnerEmitter(pipeline, graph, List.copyOf(builder.steps()));
        writer.write(pipeline.type(), runner.emit(), pipeline.place(), problems);
        writer.write(pipeline.type(), new CacheEmitter(pipeline, graph).emit(), pipeline.place(), problems);
        String file = FOLDER + pipeline.name().value();
        writer.writeResource(file + ".json", new GraphJson(pipeline, graph).text(), pipeline.place(), problems);
        writer.writeResource(file + ".mmd", new GraphMermaid(graph).text(), pipeline.place(), problems);
    }
}
