package dev.batchwright.processor.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.generated.GeneratedCode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What generated code calls, inherits and implements is written down under the number of its protocol. When this fails, raise the
 * number in {@code GeneratedCode} and in {@code MadeBy}, unless the current one was never released, and rewrite the file with
 * {@code -Dgolden.update=true}.
 */
class ProtocolTest {

    private static final Path FILE = Path.of("src/test/resources/protocol-" + GeneratedCode.PROTOCOL + ".txt");

    @TempDir
    private Path folder;

    @Test
    void isWhatItsNumberStandsFor() throws Exception {
        Project project = compiled();
        Set<String> generated = project.generated().keySet();
        Set<String> lines = new TreeSet<>();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {project.classFolder().toUri().toURL()}, getClass().getClassLoader())) {
            for (Map.Entry<String, byte[]> file : project.classes().entrySet()) {
                String path = file.getKey();
                if (path.endsWith(".class") && isGenerated(path, generated)) {
                    Class<?> type = loader.loadClass(
                            path.substring(0, path.length() - ".class".length()).replace('/', '.'));
                    lines.addAll(RuntimeMembers.in(type, file.getValue()));
                    lines.addAll(implemented(type));
                }
            }
        }

        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.write(FILE, lines);
        }

        assertThat(lines).containsExactlyElementsOf(Files.readAllLines(FILE));
    }

    private Project compiled() throws IOException {
        Project project = Project.ofJavac(folder);
        for (String name : List.of("Words", "Pipes", "JsonLinesSource", "Everything")) {
            project.write("demo." + name, Project.resource("demo." + name));
        }
        project.write("demo.Settings", """
                package demo;
                import dev.batchwright.*;
                import dev.batchwright.annotation.*;
                public interface Settings {
                  record Row(int a) {}
                  @Step record Read() implements SequentialSource<Row> {
                    @Override public RowReader<Row> open(long first) { return () -> null; } }
                  @Step(isolated = true, onError = OnError.QUARANTINE, maxBadRows = 3, checkpoint = Checkpoint.EVERY_BATCH)
                  record Work() implements MapStep<Row, Row>, java.io.Serializable {
                    @Override public Row map(Row row) { return row; } }
                  enum Colour { RED }
                  record Key(boolean a, byte b, short c, char d, int e, long f, float g, double h, String i,
                      java.math.BigDecimal j, java.util.UUID k, java.time.Instant l, java.time.LocalDate m,
                      java.time.LocalDateTime n, java.time.Duration o, Colour p) {}
                  @Step record Group() implements KeyedStep<Key, Row, Row> {
                    @Override public Key key(Row row) { return null; }
                    @Override public void process(Key key, Dataset<Row> rows, Output<Row> out) {} }
                  @Pipeline @Flow({Read.class, Work.class, Group.class}) interface All {}
                }""");
        project.compileAll().isClean();
        return project;
    }

    private static boolean isGenerated(String path, Set<String> sources) {
        return sources.contains(path.replaceFirst("(\\$.*)?\\.class$", ".java"));
    }

    private static List<String> implemented(Class<?> type) {
        return Stream.concat(Stream.of(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                .filter(each -> each != null && each.getName().startsWith("dev.batchwright."))
                .flatMap(each -> Arrays.stream(each.getMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .filter(method -> method.getDeclaringClass().getName().startsWith("dev.batchwright."))
                .map(ProtocolTest::text)
                .toList();
    }

    private static String text(Method method) {
        return "implements " + method.getDeclaringClass().getName().replace('.', '/') + "." + method.getName()
                + Arrays.toString(method.getParameterTypes());
    }
}
