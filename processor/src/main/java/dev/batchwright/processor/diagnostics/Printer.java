package dev.batchwright.processor.diagnostics;

import com.sun.source.util.Trees;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;

/** Hands problems to the compiler. */
public final class Printer {

    private final Messager messager;
    private final Optional<RepeatedAnnotations> repeated;

    private Printer(Messager messager, Optional<RepeatedAnnotations> repeated) {
        this.messager = messager;
        this.repeated = repeated;
    }

    public static Printer of(ProcessingEnvironment environment) {
        return new Printer(environment.getMessager(), repeated(environment));
    }

    /** None where the compiler is not javac, or is hidden behind a build tool's own environment. */
    private static Optional<RepeatedAnnotations> repeated(ProcessingEnvironment environment) {
        try {
            return Optional.of(new RepeatedAnnotations(Trees.instance(environment)));
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty();
        }
    }

    public void print(Problem problem) {
        if (problem.isSuppressed()) {
            return;
        }
        boolean isPrinted =
                repeated.isPresent() && repeated.get().print(problem.kind(), problem.text(), problem.place());
        if (!isPrinted) {
            print(problem, problem.place());
        }
    }

    private void print(Problem problem, Place place) {
        if (place.annotation().isEmpty()) {
            messager.printMessage(problem.kind(), problem.text(), place.element());
        } else if (place.value().isEmpty()) {
            messager.printMessage(
                    problem.kind(),
                    problem.text(),
                    place.element(),
                    place.annotation().get());
        } else {
            messager.printMessage(
                    problem.kind(),
                    problem.text(),
                    place.element(),
                    place.annotation().get(),
                    place.value().get());
        }
    }
}
