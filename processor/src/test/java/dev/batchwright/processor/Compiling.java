package dev.batchwright.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/** Compiles with the processors and all of the compiler's warnings. */
public final class Compiling {

    private Compiling() {}

    public static Compilation of(List<JavaFileObject> sources, Processor... others) {
        return of(List.of(), sources, others);
    }

    /** Compiles with further options. */
    public static Compilation of(List<String> options, List<JavaFileObject> sources, Processor... others) {
        List<Processor> processors =
                new ArrayList<>(List.of(new RowStepProcessor(), new PipelineProcessor(), new SchemaProcessor()));
        processors.addAll(List.of(others));
        List<String> all = new ArrayList<>(List.of("-Xlint:all,-processing", "--release", "17"));
        all.addAll(options);
        return Compiler.javac().withProcessors(processors).withOptions(all).compile(sources);
    }

    /** Fails with all messages if there is an error or a warning. */
    public static Compilation cleanly(List<JavaFileObject> sources, Processor... others) {
        Compilation compilation = of(sources, others);
        boolean hasWarnings = !compilation.warnings().isEmpty();
        if (compilation.status() != Compilation.Status.SUCCESS || hasWarnings) {
            throw new AssertionError(compilation.diagnostics().toString());
        }
        return compilation;
    }
}
