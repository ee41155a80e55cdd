package dev.batchwright.processor;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.read.MissingTypeException;
import dev.batchwright.processor.read.Scope;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
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

        /** Returns what is wrong; without errors, the work is done. */
        Problems attempt(TypeElement type);
    }

    private final Set<String> annotations;
    private final Work work;
    private final Set<String> pending = new LinkedHashSet<>();

    Rounds(Set<String> annotations, Work work) {
        this.annotations = annotations;
        this.work = work;
    }

    void run(RoundEnvironment round, Scope scope, Messager messager) {
        for (String annotation : annotations) {
            scope.find(annotation).ifPresent(mark -> addAnnotated(round, mark));
        }
        Problems problems = new Problems();
        for (String name : List.copyOf(pending)) {
            scope.find(name).ifPresent(type -> attempt(type, name, round.processingOver(), problems));
        }
        problems.printAll(messager);
    }

    private void attempt(TypeElement type, String name, boolean isLast, Problems all) {
        Problems found = attempt(type);
        if (!found.hasErrors()) {
            pending.remove(name);
            all.addAll(found);
        } else if (isLast) {
            all.addAll(found);
        }
    }

    private Problems attempt(TypeElement type) {
        Problems problems = new Problems();
        try {
            return work.attempt(type);
        } catch (MissingTypeException e) {
            problems.report(Message.TYPE_MISSING, e.place(), type.getSimpleName(), e.missing(), e.usage());
        } catch (RuntimeException | StackOverflowError e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            problems.report(Message.INTERNAL_ERROR, Place.of(type), type.getSimpleName(), e.toString(), trace);
        }
        return problems;
    }

    private void addAnnotated(RoundEnvironment round, TypeElement annotation) {
        for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
            pending.add(type.getQualifiedName().toString());
        }
    }
}
