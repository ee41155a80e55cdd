package dev.batchwright.processor;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Nearest;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.read.MissingTypeException;
import dev.batchwright.processor.read.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Tries each annotated type in every round until something is made of it. Types are remembered by name, because elements do not
 * outlive a round. What is wrong is reported in the last round only: an error before it would keep other processors from making
 * the types that are still missing, and all problems are to be reported together.
 */
final class Rounds {

    /** Makes something of a type. */
    interface Work {

        /** Adds what is wrong, and returns whether the work is done; if not, it is attempted again in the next round. */
        boolean attempt(TypeElement type, Problems problems);
    }

    private final Set<String> annotations;
    private final Work work;
    private final Set<String> pending = new LinkedHashSet<>();

    Rounds(Set<String> annotations, Work work) {
        this.annotations = annotations;
        this.work = work;
    }

    /** Returns what is to be said, which is nothing before the last round but warnings of what is done. */
    Problems run(RoundEnvironment round, Scope scope) {
        for (String annotation : annotations) {
            scope.find(annotation).ifPresent(mark -> addAnnotated(round, mark));
        }
        Problems problems = new Problems();
        for (String name : List.copyOf(pending)) {
            scope.find(name).ifPresent(type -> attempt(type, name, round.processingOver(), scope, problems));
        }
        return problems;
    }

    private void attempt(TypeElement type, String name, boolean isLast, Scope scope, Problems all) {
        Problems found = new Problems();
        boolean isDone = attempt(type, isLast, scope, found)
                || found.isAbout(Message.FILE_NOT_WRITTEN); // another attempt would find half of it there
        if (isDone) {
            pending.remove(name);
        }
        if (isDone || isLast) {
            all.addAll(found);
        }
    }

    private boolean attempt(TypeElement type, boolean isLast, Scope scope, Problems problems) {
        try {
            return work.attempt(type, problems);
        } catch (MissingTypeException e) {
            String hint = isLast
                    ? scope.nearestType(e.missing()).map(Nearest::question).orElse("")
                    : "";
            problems.report(Message.TYPE_MISSING, e.place(), type.getSimpleName(), e.described(), e.usage(), hint);
        } catch (RuntimeException | StackOverflowError e) {
            Defects.report(e, type, problems);
        }
        return false;
    }

    private void addAnnotated(RoundEnvironment round, TypeElement annotation) {
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
            pending.add(type.getQualifiedName().toString());
        }
    }
}
