package dev.batchwright.processor.page;

import com.palantir.javapoet.ClassName;
import java.util.Optional;
import java.util.function.Function;

/**
 * Names of classes that lead to their sources where these are known.
 *
 * @param links from a class to the address of its source, relative to the page; empty where the compiler does not tell
 */
record Sources(Function<ClassName, Optional<String>> links) {

    String markup(ClassName type) {
        // A long name is broken behind its dots only, where it can be.
        String name =
                Markup.element("code", Markup.escaped(type.canonicalName()).replace(".", ".<wbr/>"));
        return links.apply(type)
                .map(link -> "<a href=\"" + Markup.escaped(link) + "\">" + name + "</a>")
                .orElse(name);
    }
}
