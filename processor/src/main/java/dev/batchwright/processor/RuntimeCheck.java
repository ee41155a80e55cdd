package dev.batchwright.processor;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import dev.batchwright.processor.emit.MadeBy;
import dev.batchwright.processor.read.Scope;
import java.util.Optional;

/**
 * Whether what is generated will meet a runtime that it was not made for. That is said before anything is generated: such code may not
 * even compile, and what the compiler says of it would help nobody.
 */
final class RuntimeCheck {

    private static final String RUNTIME = "dev.batchwright.generated.GeneratedCode";

    private final Scope scope;
    private boolean isLookedAt;
    private Optional<Object[]> mismatch = Optional.empty();
    private int roundOfMessage = -1;

    RuntimeCheck(Scope scope) {
        this.scope = scope;
    }

    /** Whether the runtime fits; where there is none, the compiler says so by itself. */
    boolean fits() {
        return mismatch().isEmpty();
    }

    /** Whether the runtime fits; says, once in each round, what does not. */
    boolean fits(Place place, Problems problems) {
        if (!fits() && roundOfMessage != scope.rounds()) {
            roundOfMessage = scope.rounds();
            problems.report(Message.RUNTIME_MISMATCH, place, mismatch().orElseThrow());
        }
        return fits();
    }

    /** Found once: it is asked for at every row and step. */
    private Optional<Object[]> mismatch() {
        if (!isLookedAt) {
            isLookedAt = true;
            mismatch = found();
        }
        return mismatch;
    }

    private Optional<Object[]> found() {
        Optional<Integer> newest = scope.constant(RUNTIME, "PROTOCOL");
        Optional<Integer> oldest = scope.constant(RUNTIME, "OLDEST_PROTOCOL");
        if (newest.isEmpty() || oldest.isEmpty()) {
            return Optional.empty();
        }
        if (newest.get() < MadeBy.PROTOCOL) {
            String fix = "Use " + MadeBy.VERSION + " of batchwright-runtime as well.";
            return Optional.of(new Object[] {MadeBy.VERSION, MadeBy.PROTOCOL, "old", newest.get(), fix});
        }
        if (oldest.get() > MadeBy.PROTOCOL) {
            String fix = "Use the runtime's version of batchwright-processor (annotationProcessorPaths).";
            return Optional.of(new Object[] {MadeBy.VERSION, MadeBy.PROTOCOL, "new", oldest.get(), fix});
        }
        return Optional.empty();
    }
}
