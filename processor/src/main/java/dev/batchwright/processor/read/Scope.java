package dev.batchwright.processor.read;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The compilation: its types by name, and which of them are compiled now rather than found in class files. */
public final class Scope {

    private final Elements elements;
    private final Types types;
    private final Set<String> roots = new LinkedHashSet<>();
    private final Map<String, Boolean> seen = new HashMap<>();
    private int rounds;

    public Scope(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.types = environment.getTypeUtils();
    }

    public void add(RoundEnvironment round) {
        rounds++;
        for (Element root : round.getRootElements()) {
            if (root instanceof TypeElement type) {
                roots.add(type.getQualifiedName().toString());
            }
        }
    }

    Elements elements() {
        return elements;
    }

    /** How many rounds there have been. What was read in another one than this is of no use, for types may have come to be. */
    public int rounds() {
        return rounds;
    }

    Types types() {
        return types;
    }

    public Optional<TypeElement> find(String qualifiedName) {
        return Optional.ofNullable(elements.getTypeElement(qualifiedName));
    }

    /** The value of a number that a class has as a constant. */
    public Optional<Integer> constant(String qualifiedName, String field) {
        return find(qualifiedName).stream()
                .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
                .filter(each -> each.getSimpleName().contentEquals(field))
                .map(VariableElement::getConstantValue)
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .findFirst();
    }

    /** The first sentence of a type's Javadoc as plain text; empty where there is none, or no source. */
    String description(TypeElement type) {
        return Optional.ofNullable(elements.getDocComment(type))
                .map(DocSentence::first)
                .orElse("");
    }

    /** Whether code in the module of an element can name a type of another module. */
    public boolean sees(String qualifiedName, Element from) {
        ModuleElement module = elements.getModuleOf(from);
        return seen.computeIfAbsent(
                module.getQualifiedName() + "/" + qualifiedName,
                key -> elements.getTypeElement(module, qualifiedName) != null);
    }

    /** The qualified name of the type of this compilation that was most likely meant by a name that stands for none. */
    public Optional<String> nearestType(String missing) {
        return new TypeNames(
                        roots.stream().map(this::find).flatMap(Optional::stream).toList())
                .nearest(missing);
    }

    /** Whether there is a source of a type, other than what was generated in this round. */
    public boolean hasSource(ClassName topLevel) {
        return roots.contains(topLevel.canonicalName());
    }

    boolean hasSource(TypeElement type) {
        TypeElement outermost = type;
        while (outermost.getEnclosingElement() instanceof TypeElement around) {
            outermost = around;
        }
        return roots.contains(outermost.getQualifiedName().toString());
    }

    /** Whether the type that a member belongs to has a source. */
    boolean hasSourceOf(Element member) {
        return member.getEnclosingElement() instanceof TypeElement owner && hasSource(owner);
    }

    /** Whether a type and all types around it have a modifier. */
    static boolean throughout(TypeElement type, Modifier modifier) {
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (!hasImplicitly(each, modifier)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasImplicitly(Element type, Modifier modifier) {
        boolean inInterface = modifier == Modifier.PUBLIC
                && type.getEnclosingElement() instanceof TypeElement owner
                && (owner.getKind() == ElementKind.INTERFACE || owner.getKind() == ElementKind.ANNOTATION_TYPE);
        return inInterface || type.getModifiers().contains(modifier);
    }

    /** The private type that hides a type, which may be the type itself. */
    static Optional<TypeElement> hider(TypeElement type) {
        for (Element each = type; each instanceof TypeElement around; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                return Optional.of(around);
            }
        }
        return Optional.empty();
    }

    /** Whether code in a package can name a type. */
    boolean isAccessible(TypeElement type, String fromPackage) {
        boolean samePackage = elements.getPackageOf(type).getQualifiedName().contentEquals(fromPackage);
        return samePackage ? hider(type).isEmpty() : throughout(type, Modifier.PUBLIC);
    }
}
