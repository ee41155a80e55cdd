package dev.batchwright.benchmarks.compile;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import javax.annotation.processing.Completion;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Adds up the CPU time between the calls of a processor and their ends, with what it asks the compiler for meanwhile. */
final class TimedProcessor implements Processor {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Processor processor;
    private long nanos;

    TimedProcessor(Processor processor) {
        this.processor = processor;
    }

    long nanos() {
        return nanos;
    }

    @Override
    public void init(ProcessingEnvironment environment) {
        long began = THREADS.getCurrentThreadCpuTime();
        processor.init(environment);
        nanos += THREADS.getCurrentThreadCpuTime() - began;
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // Whether it does is for the processor within to say.
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        long began = THREADS.getCurrentThreadCpuTime();
        try {
            return processor.process(annotations, round);
        } finally {
            nanos += THREADS.getCurrentThreadCpuTime() - began;
        }
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public Iterable<? extends Completion> getCompletions(
            Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
        return processor.getCompletions(element, annotation, member, userText);
    }
}
