package dev.batchwright.processor;

import com.google.auto.service.AutoService;
import dev.batchwright.processor.diagnostics.Printer;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.read.Scope;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Compares the rows of a compilation with what was written down of them, where the user asks for that. Generates nothing. */
@AutoService(Processor.class)
public final class SchemaProcessor extends AbstractProcessor {

    private static final Set<String> ANNOTATIONS =
            Set.of("dev.batchwright.annotation.Step", "dev.batchwright.annotation.Row");

    /**
     * What Gradle is told: only where rows are compared do all of them have to be looked at together.
     *
     * @see <a href="https://docs.gradle.org/current/userguide/java_plugin.html#sec:incremental_annotation_processing">Gradle</a>
     */
    private static final String TOGETHER = "org.gradle.annotation.processing.aggregating";

    private static final String ONE_BY_ONE = "org.gradle.annotation.processing.isolating";

    private Scope scope;
    private RowComparison comparison;

    /** Called by the compiler. */
    public SchemaProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        scope = new Scope(environment);
        comparison = new RowComparison(scope, environment.getOptions());
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (comparison.isWanted()) {
            scope.add(round);
            comparison.add(round);
        }
        if (comparison.isWanted() && round.processingOver()) {
            Problems problems = new Problems();
            comparison.run(!round.errorRaised(), problems);
            problems.printAll(Printer.of(processingEnv));
        }
        return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return ANNOTATIONS;
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> options = new LinkedHashSet<>(RowComparison.OPTIONS);
        options.add(comparison != null && comparison.isWanted() ? TOGETHER : ONE_BY_ONE);
        return options;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }
}
