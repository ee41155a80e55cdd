package dev.batchwright.processor.read;

import dev.batchwright.processor.diagnostics.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The types of this compilation by their simple names, for a type that is not found. */
final class TypeNames {

    private final Map<String, String> qualifiedBySimple = new LinkedHashMap<>();

    TypeNames(Collection<TypeElement> roots) {
        roots.forEach(this::add);
    }

    private void add(TypeElement type) {
        qualifiedBySimple.putIfAbsent(
                type.getSimpleName().toString(), type.getQualifiedName().toString());
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
    }

    /** The qualified name of the type that was most likely meant, which may be one that is not imported. */
    Optional<String> nearest(String name) {
        String simpleName = name.substring(name.lastIndexOf('.') + 1);
        return Nearest.to(simpleName, qualifiedBySimple.keySet()).map(qualifiedBySimple::get);
    }
}
