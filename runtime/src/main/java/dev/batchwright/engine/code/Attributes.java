package dev.batchwright.engine.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a class, a field, a method or a record component that say what it does (JVMS 17, section 4.7). All others, also
 * those that are not known here, are skipped: a virtual machine has to ignore what it does not know.
 */
final class Attributes {

    static final String ANNOTATION_DEFAULT = "AnnotationDefault";
    static final String BOOTSTRAP_METHODS = "BootstrapMethods";
    static final String CODE = "Code";
    static final String CONSTANT_VALUE = "ConstantValue";
    static final String PARAMETER_ANNOTATIONS = "RuntimeVisibleParameterAnnotations";
    static final String PERMITTED_SUBCLASSES = "PermittedSubclasses";
    static final String RECORD = "Record";
    static final String VISIBLE_ANNOTATIONS = "RuntimeVisibleAnnotations";

    private static final Set<String> KNOWN = Set.of(
            ANNOTATION_DEFAULT,
            BOOTSTRAP_METHODS,
            CODE,
            CONSTANT_VALUE,
            PARAMETER_ANNOTATIONS,
            PERMITTED_SUBCLASSES,
            RECORD,
            VISIBLE_ANNOTATIONS);

    private final Map<String, Bytes> contents = new HashMap<>();

    private Attributes() {}

    static Attributes read(Bytes in, ConstantPool pool) {
        Attributes attributes = new Attributes();
        for (int left = in.u2(); left > 0; left--) {
            String name = pool.text(in.u2());
            Bytes content = in.sized();
            if (KNOWN.contains(name) && attributes.contents.put(name, content) != null) {
                throw new MalformedClassException("Two attributes " + name);
            }
        }
        return attributes;
    }

    /** The content of an attribute, to be read from its start; null if there is none. */
    @Nullable
    Bytes get(String name) {
        Bytes content = contents.get(name);
        return content == null ? null : content.again();
    }

    /** Adds an attribute, or that there is none. */
    void add(String name, Sum sum, Part part) {
        Bytes content = get(name);
        sum.number(content == null ? 0 : 1);
        if (content != null) {
            part.add(content, sum);
            content.expectEnd();
        }
    }

    /** Reads something of a class file and adds what it says. */
    @FunctionalInterface
    interface Part {

        void add(Bytes in, Sum sum);
    }
}
