package dev.batchwright.processor.diagnostics;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * Finds repeated annotations in javac's trees. To its {@code Messager} they are one annotation that nobody wrote, which holds them and
 * stands nowhere, so that it points at the class instead.
 */
final class RepeatedAnnotations {

    private final Trees trees;

    RepeatedAnnotations(Trees trees) {
        this.trees = trees;
    }

    /** Prints a message at a repeated annotation of a class; returns false, without having printed it, at any other place. */
    boolean print(Diagnostic.Kind kind, String text, Place place) {
        int index = place.annotation()
                .map(annotation -> indexIn(place.element(), annotation))
                .orElse(-1);
        TreePath path = index < 0 ? null : trees.getPath(place.element());
        if (path == null || !(path.getLeaf() instanceof ClassTree type)) {
            return false;
        }
        AnnotationMirror mirror = place.annotation().orElseThrow();
        List<? extends AnnotationTree> written = type.getModifiers().getAnnotations().stream()
                .filter(tree -> isOf(tree, mirror))
                .toList();
        if (index >= written.size()) {
            return false;
        }
        Tree at = at(written.get(index), mirror, place.value());
        trees.printMessage(kind, text, at, path.getCompilationUnit());
        return true;
    }

    /** The index of an annotation within one that holds it; -1 if the annotation stands for itself. */
    private static int indexIn(Element element, AnnotationMirror annotation) {
        for (AnnotationMirror holder : element.getAnnotationMirrors()) {
            List<?> held = values(holder);
            for (int index = 0; index < held.size(); index++) {
                if (held.get(index) instanceof AnnotationValue value
                        && value.getValue().equals(annotation)) {
                    return index;
                }
            }
        }
        return -1;
    }

    private static boolean isOf(AnnotationTree tree, AnnotationMirror mirror) {
        String name = tree.getAnnotationType().toString();
        String simpleName =
                mirror.getAnnotationType().asElement().getSimpleName().toString();
        return name.equals(simpleName) || name.endsWith("." + simpleName);
    }

    private static Tree at(AnnotationTree tree, AnnotationMirror mirror, Optional<AnnotationValue> value) {
        int index = value.map(values(mirror)::indexOf).orElse(-1);
        if (index < 0 || tree.getArguments().size() != 1) {
            return tree;
        }
        ExpressionTree argument = tree.getArguments().get(0);
        ExpressionTree given = argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
        if (given instanceof NewArrayTree array) {
            return index < array.getInitializers().size()
                    ? array.getInitializers().get(index)
                    : tree;
        }
        return given;
    }

    /** What an annotation holds in its first attribute; nothing unless that is an array. */
    private static List<?> values(AnnotationMirror annotation) {
        return annotation.getElementValues().values().stream()
                .findFirst()
                .map(AnnotationValue::getValue)
                .map(value -> value instanceof List<?> list ? list : null)
                .orElse(List.of());
    }
}
