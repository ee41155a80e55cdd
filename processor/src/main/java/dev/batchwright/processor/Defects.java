package dev.batchwright.processor;

import dev.batchwright.processor.diagnostics.Message;
import dev.batchwright.processor.diagnostics.Place;
import dev.batchwright.processor.diagnostics.Problems;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.lang.model.element.TypeElement;

/** What is thrown that nobody foresaw: a message at the type that was worked on, never an exception out of a processor. */
final class Defects {

    private Defects() {}

    static void report(Throwable defect, TypeElement type, Problems problems) {
        StringWriter trace = new StringWriter();
        defect.printStackTrace(new PrintWriter(trace));
        problems.report(Message.INTERNAL_ERROR, Place.of(type), type.getSimpleName(), defect.toString(), trace);
    }
}
