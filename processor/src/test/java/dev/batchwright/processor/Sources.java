package dev.batchwright.processor;

import com.google.testing.compile.JavaFileObjects;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/** Sources of tests. A source in the default package of tests begins with the imports that all of them need. */
public final class Sources {

    /** Stands before what a message is about. */
    public static final String MARK = "/*!*/";

    private static final Pattern NAME = Pattern.compile("\\b(?:record|class|interface) (\\w+)");

    private static final String PACKAGE = "demo";

    private static final String IMPORTS = """
            import dev.batchwright.*;
            import dev.batchwright.annotation.*;
            import dev.batchwright.shard.*;
            import java.util.*;
            """;

    private Sources() {}

    /** What sources of a package begin with. */
    public static String head(String packageName) {
        return "package " + packageName + ";\n" + IMPORTS;
    }

    /** A source of package demo, named after the first type in it. */
    public static JavaFileObject demo(String body) {
        return in(PACKAGE, body);
    }

    /** The same of another package. */
    public static JavaFileObject in(String packageName, String body) {
        Matcher name = NAME.matcher(body);
        if (!name.find()) {
            throw new IllegalArgumentException("No type in: " + body);
        }
        return JavaFileObjects.forSourceString(packageName + "." + name.group(1), head(packageName) + body);
    }

    public static JavaFileObject resource(String name) {
        return JavaFileObjects.forResource("sources/demo/" + name + ".java");
    }

    public static List<JavaFileObject> demos(String... bodies) {
        return Arrays.stream(bodies).map(Sources::demo).toList();
    }
}
