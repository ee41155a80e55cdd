package dev.batchwright.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** Compiles with the processors and all of the compiler's warnings. */
final class Compiling {

    private Compiling() {}

    static Compilation of(List<JavaFileObject> sources, Processor... others) {
        Processor[] processors = new Processor[others.length + 2];
        processors[0] = new RowStepProcessor();
        processors[1] = new PipelineProcessor();
        System.arraycopy(others, 0, processors, 2, others.length);
        return Compiler.javac()
                .withProcessors(processors)
                .withOptions("-Xlint:all,-processing", "--release", "17")
                .compile(sources);
    }

    /** Fails with all messages if there is an error or a warning. */
    static Compilation cleanly(List<JavaFileObject> sources, Processor... others) {
        Compilation compilation = of(sources, others);
        boolean hasWarnings = !compilation.warnings().isEmpty();
        if (compilation.status() != Compilation.Status.SUCCESS || hasWarnings) {
            throw new AssertionError(compilation.diagnostics().toString());
        }
        return compilation;
    }
}
