package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.engine.code.CompiledClasses;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClassDigestTest {

    private static final String SOURCE = """
            class Above { int twice(int a) { return 2 * a; } }
            class Helper { int thrice(int a) { return 3 * a; } }
            public class Step extends Above {
                enum Color { RED, BLUE }
                int color(Color c) { switch (c) { case RED: return 1; default: return 0; } }
                Object local() { return new Object() { public String toString() { return "local"; } }; }
            }
            """;

    @Test
    void staysWhereOnlyTheSourceChanges() throws Exception {
        assertThat(digest(SOURCE.replace("class Above", "\n// A comment.\nclass Above")))
                .isEqualTo(digest(SOURCE));
    }

    @Test
    void coversNestedClassesAndThoseThatAreInheritedFrom() throws Exception {
        assertThat(digest(SOURCE.replace("\"local\"", "\"Local\""))).isNotEqualTo(digest(SOURCE));
        assertThat(digest(SOURCE.replace("case RED", "case BLUE"))).isNotEqualTo(digest(SOURCE));
        assertThat(digest(SOURCE.replace("2 * a", "a + a"))).isNotEqualTo(digest(SOURCE));
    }

    @Test
    void doesNotCoverClassesThatAreOnlyCalled() throws Exception {
        assertThat(digest(SOURCE.replace("3 * a", "4 * a"))).isEqualTo(digest(SOURCE));
    }

    private static String digest(String source) throws Exception {
        return ClassDigest.of(new InMemory(CompiledClasses.of(source)).loadClass("Step"));
    }

    private static final class InMemory extends ClassLoader {

        private final Map<String, byte[]> classes;

        InMemory(Map<String, byte[]> classes) {
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String file) {
            byte[] bytes = classes.get(file.replace(".class", ""));
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        }
    }
}
