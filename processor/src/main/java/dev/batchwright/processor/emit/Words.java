package dev.batchwright.processor.emit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** Names of members made from names that the user wrote. */
final class Words {

    /** Methods without parameters that generated classes inherit. */
    private static final Set<String> TAKEN = Set.of(
            "build",
            "clone",
            "close",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "statistics",
            "toString",
            "verify",
            "wait");

    /** Variables of generated methods. */
    private static final Set<String> LOCALS = Set.of("value", "out", "bytes");

    private static final Pattern WORD_END = Pattern.compile("([a-z0-9])(?=[A-Z])");

    private Words() {}

    static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** A variable for a value of a class: {@code Circle} as {@code circle}. */
    static String variable(String className) {
        String name = className.substring(0, 1).toLowerCase(Locale.ROOT) + className.substring(1);
        return SourceVersion.isKeyword(name) || LOCALS.contains(name) ? name + "Record" : name;
    }

    /** A method for a step class: {@code EmbedChunks} as {@code embedChunks}. */
    static String method(String stepClass) {
        String name = stepClass.substring(0, 1).toLowerCase(Locale.ROOT) + stepClass.substring(1);
        return SourceVersion.isKeyword(name) || TAKEN.contains(name) ? name + "Step" : name;
    }

    /** A constant: {@code tagsElement} as {@code TAGS_ELEMENT}. */
    static String constant(String name) {
        return WORD_END.matcher(name).replaceAll("$1_").toUpperCase(Locale.ROOT);
    }
}
