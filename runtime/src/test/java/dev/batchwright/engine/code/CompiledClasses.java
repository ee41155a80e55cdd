package dev.batchwright.engine.code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the source of a class {@code Step} in memory, one at a time, for the files are shared. */
public final class CompiledClasses {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Shared, for opening the classes of the JDK takes most of the time of such a small compilation. */
    private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    private CompiledClasses() {}

    /** The class files, by the names of the classes. */
    public static synchronized Map<String, byte[]> of(String source, String... options) throws IOException {
        Map<String, ByteArrayOutputStream> made = new TreeMap<>();
        // An option as --release changes the files that are seen.
        boolean own = options.length > 0;
        JavaFileManager files = own ? COMPILER.getStandardFileManager(null, null, null) : FILES;
        if (!COMPILER.getTask(null, collecting(files, made), null, List.of(options), null, List.of(file(source)))
                .call()) {
            throw new IllegalArgumentException("Does not compile: " + source);
        }
        if (own) {
            files.close();
        }
        Map<String, byte[]> classes = new TreeMap<>();
        made.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    /** The digests of the classes, by their names. */
    static Map<String, String> digests(String source, String... options) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        of(source, options).forEach((name, bytes) -> {
            ClassFile.sum(bytes); // Throws if it is not understood.
            digests.put(name, HexFormat.of().formatHex(ClassCode.digest(bytes)));
        });
        return digests;
    }

    private static JavaFileManager collecting(JavaFileManager files, Map<String, ByteArrayOutputStream> made) {
        return new ForwardingJavaFileManager<>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                    Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
                return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                    @Override
                    public OutputStream openOutputStream() {
                        return made.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                    }
                };
            }
        };
    }

    private static JavaFileObject file(String source) {
        return new SimpleJavaFileObject(URI.create("memory:///Step.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
