package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.processor.PipelineProcessor;
import dev.batchwright.processor.RowStepProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Sources in a folder, compiled as build tools do it: all of them, or some beside the classes of the others. */
final class Project {

    private static final List<String> RELEASE = List.of("--release", "17");

    private final JavaCompiler compiler;
    private final Path sources;
    private final Path classes;
    private final Path generated;

    private Project(JavaCompiler compiler, Path folder) throws IOException {
        this.compiler = compiler;
        this.sources = Files.createDirectories(folder.resolve("sources"));
        this.classes = Files.createDirectories(folder.resolve("classes"));
        this.generated = Files.createDirectories(folder.resolve("generated"));
    }

    static Project ofJavac(Path folder) throws IOException {
        return new Project(ToolProvider.getSystemJavaCompiler(), folder);
    }

    static Project of(JavaCompiler compiler, Path folder) throws IOException {
        return new Project(compiler, folder);
    }

    /** What a compiler said. */
    record Outcome(boolean success, List<Diagnostic<? extends JavaFileObject>> messages, String output) {

        Outcome isClean() {
            assertThat(texts()).as(output).isEmpty();
            assertThat(success).as(output).isTrue();
            return this;
        }

        List<String> texts() {
            return messages.stream().map(message -> message.getMessage(null)).toList();
        }

        /** Our messages, each after the line on which it stands. */
        List<String> oursByLine() {
            return messages.stream()
                    .filter(message -> message.getMessage(null).startsWith("["))
                    .map(message -> message.getLineNumber() + " " + message.getMessage(null))
                    .toList();
        }
    }

    void write(String name, String text) throws IOException {
        Path file = source(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void write(Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            write(text.getKey(), text.getValue());
        }
    }

    private Path source(String name) {
        return sources.resolve(name.replace('.', '/') + ".java");
    }

    /** Compiles all sources with our processors, and nothing from earlier. */
    Outcome compileAll(String... options) throws IOException {
        return compile(names(), List.of(), Optional.of(ours()), options);
    }

    /** Compiles some sources beside the classes of the others, and processes some of those again, as Gradle does. */
    Outcome compile(List<String> names, List<String> processedAgain) throws IOException {
        return compile(names, processedAgain, Optional.of(ours()));
    }

    static List<Processor> ours() {
        return List.of(new RowStepProcessor(), new PipelineProcessor());
    }

    /** Compiles sources with some processors, or with those that the compiler finds itself. */
    Outcome compile(
            List<String> names, List<String> processedAgain, Optional<List<Processor>> processors, String... options)
            throws IOException {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        try (var files = compiler.getStandardFileManager(messages, null, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(
                    names.stream().map(this::source).toList());
            var task = compiler.getTask(output, files, messages, options(options), processedAgain, units);
            processors.ifPresent(task::setProcessors);
            boolean success = task.call();
            return new Outcome(success, messages.getDiagnostics(), output.toString());
        }
    }

    private List<String> options(String... more) {
        String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
        List<String> options = new ArrayList<>(
                List.of("-d", classes.toString(), "-s", generated.toString(), "-cp", classPath, "-parameters"));
        if (!List.of(more).contains("--release")) {
            options.addAll(RELEASE);
        }
        options.addAll(List.of(more));
        return options;
    }

    List<String> names() throws IOException {
        return files(sources).keySet().stream()
                .map(path -> path.substring(0, path.length() - ".java".length()).replace('/', '.'))
                .toList();
    }

    /** What was generated, by path. */
    Map<String, String> generated() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        files(generated).forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    /** The class files and resources, by path. */
    Map<String, byte[]> classes() throws IOException {
        return files(classes);
    }

    String text(String name) throws IOException {
        return Files.readString(source(name));
    }

    Path classFolder() {
        return classes;
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    /** Removes the class of a source and what stems from the source, as build tools do before they compile it again. */
    void removeOutputOf(String name) throws IOException {
        removeClasses(name.replace('.', '/'));
        for (Map.Entry<String, String> file : generated().entrySet()) {
            if (file.getValue().contains(" from " + name + ".")) {
                Files.delete(generated.resolve(file.getKey()));
                removeClasses(file.getKey().replaceFirst("\\.java$", ""));
            }
        }
    }

    private void removeClasses(String path) throws IOException {
        for (String each : classes().keySet()) {
            if (each.equals(path + ".class") || each.startsWith(path + "$")) {
                Files.delete(classes.resolve(each));
            }
        }
    }

    /** Runs a public static method without parameters. */
    Object run(String className, String method) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, Project.class.getClassLoader())) {
            return Class.forName(className, true, loader).getMethod(method).invoke(null);
        }
    }

    /** A source of the tests, to be written under its name. */
    static String resource(String name) {
        String path = "/sources/" + name.replace('.', '/') + ".java";
        try (var in = Objects.requireNonNull(Project.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
