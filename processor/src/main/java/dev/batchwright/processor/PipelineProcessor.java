package dev.batchwright.processor;

import com.google.auto.service.AutoService;
import dev.batchwright.processor.diagnostics.Printer;
import dev.batchwright.processor.read.Scope;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Generates what stems from a pipeline and all of its steps together. */
@AutoService(Processor.class)
public final class PipelineProcessor extends AbstractProcessor {

    private static final Set<String> PIPELINE = Set.of("dev.batchwright.annotation.Pipeline");

    private Printer printer;
    private Scope scope;
    private Rounds pipelines;

    /** Called by the compiler. */
    public PipelineProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        printer = Printer.of(environment);
        scope = new Scope(environment);
        SourceWriter writer = new SourceWriter(environment.getFiler(), scope, PipelineProcessor.class);
        PageWriter pages = new PageWriter(environment.getOptions(), writer);
        PipelineGeneration generation = new PipelineGeneration(scope, writer, pages);
        pipelines = new Rounds(PIPELINE, generation::pipeline);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        scope.add(round);
        pipelines.run(round, scope).printAll(printer);
        return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return PIPELINE;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(PageWriter.OPTION);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }
}
