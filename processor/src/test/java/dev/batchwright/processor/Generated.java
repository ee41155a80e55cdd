package dev.batchwright.processor;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.JavaFileObject;

/** What a compilation generated, besides classes. */
final class Generated {

    private Generated() {}

    /** Paths below the output folders, with contents. */
    static Map<String, String> files(Compilation compilation) {
        Map<String, String> files = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() != JavaFileObject.Kind.CLASS) {
                String path = file.toUri().getPath().replaceFirst("^/(SOURCE|CLASS)_OUTPUT/", "");
                files.put(path, content(file));
            }
        }
        return files;
    }

    /** The qualified names of the generated types. */
    static Set<String> names(Compilation compilation) {
        Set<String> names = new java.util.TreeSet<>();
        for (String path : files(compilation).keySet()) {
            if (path.endsWith(".java")) {
                names.add(path.substring(0, path.length() - ".java".length()).replace('/', '.'));
            }
        }
        return names;
    }

    private static String content(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
