package dev.batchwright.processor.diagnostics;

import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * One message at one place.
 *
 * @param kind how grave it is
 * @param text the message with the user's names
 * @param place where it stands
 */
public record Problem(Diagnostic.Kind kind, String text, Place place) {

    boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    void print(Messager messager) {
        if (place.annotation().isEmpty()) {
            messager.printMessage(kind, text, place.element());
        } else if (place.value().isEmpty()) {
            messager.printMessage(
                    kind, text, place.element(), place.annotation().get());
        } else {
            messager.printMessage(
                    kind,
                    text,
                    place.element(),
                    place.annotation().get(),
                    place.value().get());
        }
    }
}
