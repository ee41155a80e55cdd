package dev.batchwright.processor.check;

import com.palantir.javapoet.ClassName;
import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** The names of generated types are free. Remembers whom each name was given to. */
public final class GeneratedTypes {

    private final Predicate<ClassName> hasSource;
    private final Map<ClassName, ClassName> sources = new HashMap<>();

    /** Needs to know which types have a source in this compilation. */
    public GeneratedTypes(Predicate<ClassName> hasSource) {
        this.hasSource = hasSource;
    }

    public void claim(ClassName generated, ClassName from, Place place, Problems problems) {
        ClassName owner = sources.get(generated);
        if (from.equals(owner)) {
            return;
        }
        if (owner != null || hasSource.test(generated)) {
            String other = owner == null ? "class of that name" : "class made from " + owner + " of that name";
            problems.report(Message.GENERATED_TYPE_CLASH, place, generated.simpleName(), from.simpleName(), other);
            return;
        }
        sources.put(generated, from);
    }
}
