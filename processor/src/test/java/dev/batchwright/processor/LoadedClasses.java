package dev.batchwright.processor;

import com.google.testing.compile.Compilation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaFileObject;

/** The classes that a compilation made, ready to run. */
public final class LoadedClasses extends ClassLoader {

    private final Map<String, byte[]> classes = new HashMap<>();

    public LoadedClasses(Compilation compilation) {
        super(LoadedClasses.class.getClassLoader());
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() == JavaFileObject.Kind.CLASS) {
                String path = file.toUri().getPath();
                String name = path.substring("/CLASS_OUTPUT/".length(), path.length() - ".class".length());
                classes.put(name.replace('/', '.'), bytes(file));
            }
        }
    }

    private static byte[] bytes(JavaFileObject file) {
        try (InputStream in = file.openInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** The engine looks into class files for what a step's code does. */
    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = classes.get(name.replaceFirst("\\.class$", "").replace('/', '.'));
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    /** A class, if the compilation made it. */
    public Optional<Class<?>> find(String name) throws ClassNotFoundException {
        return classes.containsKey(name) ? Optional.of(loadClass(name)) : Optional.empty();
    }

    /** Runs a public static method without parameters. */
    public Object run(String className, String method) throws Exception {
        return Class.forName(className, true, this).getMethod(method).invoke(null);
    }
}
