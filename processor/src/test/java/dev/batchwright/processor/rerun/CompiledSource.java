package dev.batchwright.processor.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.processor.PipelineProcessor;
import dev.batchwright.processor.RowStepProcessor;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One state of a source, compiled with the processors. Each call is made in a class loader of its own. */
final class CompiledSource {

    private final String mainClass;
    private final Path classes;

    private CompiledSource(String mainClass, Path classes) {
        this.mainClass = mainClass;
        this.classes = classes;
    }

    static CompiledSource of(String mainClass, String source, Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = Stream.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"))
                    .toList();
            JavaFileObject file =
                    new SimpleJavaFileObject(
                            URI.create("string:///" + mainClass.replace('.', '/') + ".java"),
                            JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return source;
                        }
                    };
            CompilationTask task = compiler.getTask(null, files, null, options, null, List.of(file));
            task.setProcessors(List.of(new RowStepProcessor(), new PipelineProcessor()));
            assertThat(task.call()).isTrue();
        }
        return new CompiledSource(mainClass, classes);
    }

    /** Calls a static method of the main class. */
    Object call(String name, Object... arguments) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Method method = Arrays.stream(loader.loadClass(mainClass).getMethods())
                    .filter(found -> found.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
            return method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
