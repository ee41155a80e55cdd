package dev.batchwright.engine;

import dev.batchwright.BatchwrightException;
import dev.batchwright.engine.code.ClassCode;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The part of a fingerprint that changes with a step's code: what its class does, what its nested classes do, and what the classes and
 * interfaces do that it inherits from, as far as they are neither the JDK's nor this framework's.
 */
final class ClassDigest {

    private static final Set<String> OWN_PACKAGES = Set.of("dev.batchwright", "dev.batchwright.io");

    private ClassDigest() {}

    static String of(Class<?> step) {
        Set<Class<?>> classes = new TreeSet<>(Comparator.comparing(Class::getName));
        collect(step, classes);
        MessageDigest digest = Digests.sha256();
        for (Class<?> type : classes) {
            digest.update(ClassCode.digest(bytes(type)));
        }
        return Digests.hex(digest);
    }

    private static void collect(Class<?> type, Set<Class<?>> classes) {
        if (isForeign(type) || !classes.add(type)) {
            return;
        }
        nested(type).forEach(classes::add);
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                .forEach(inherited -> collect(inherited, classes));
    }

    /** Nested, local and anonymous classes; but not the other nest mates of a step that is nested itself. */
    private static List<Class<?>> nested(Class<?> type) {
        return Arrays.stream(type.getNestMembers())
                .filter(member -> member.getName().startsWith(type.getName() + "$"))
                .toList();
    }

    private static boolean isForeign(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null
                || loader.equals(ClassLoader.getPlatformClassLoader())
                || OWN_PACKAGES.contains(type.getPackageName());
    }

    private static byte[] bytes(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new BatchwrightException("The class file of " + type.getName()
                        + " cannot be found, so changes of its code could not be noticed."
                        + " Load step classes from a jar or a folder.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BatchwrightException("The class file of " + type.getName() + " cannot be read: " + e, e);
        }
    }
}
