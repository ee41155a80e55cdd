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

/** Generates what stems from one row or one step alone; build tools may run it for the changed ones only. */
@AutoService(Processor.class)
public final class RowStepProcessor extends AbstractProcessor {

    private static final Set<String> STEP = Set.of("dev.batchwright.annotation.Step");
    private static final Set<String> ROW = Set.of("dev.batchwright.annotation.Row");

    private Printer printer;
    private Scope scope;
    private Rounds steps;
    private Rounds rows;

    /** Called by the compiler. */
    public RowStepProcessor() {}

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        printer = Printer.of(environment);
        scope = new Scope(environment);
        SourceWriter writer = new SourceWriter(environment.getFiler(), scope, RowStepProcessor.class);
        RowStepGeneration generation = new RowStepGeneration(scope, writer);
        steps = new Rounds(STEP, generation::step);
        rows = new Rounds(ROW, generation::row);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        scope.add(round);
        Problems problems = rows.run(round, scope);
        // What is wrong with a row is found once more in the steps that use it.
        problems.addAll(steps.run(round, scope));
        problems.printAll(printer);
        return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> types = new LinkedHashSet<>(STEP);
        types.addAll(ROW);
        return types;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }
}
