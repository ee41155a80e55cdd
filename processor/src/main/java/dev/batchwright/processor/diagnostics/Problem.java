package dev.batchwright.processor.diagnostics;

import java.util.Arrays;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * One message at one place.
 *
 * @param message which message
 * @param kind how grave it is: as the message is, unless the user wants it to be otherwise
 * @param text the message with the user's names
 * @param place where it stands
 */
public record Problem(Message message, Diagnostic.Kind kind, String text, Place place) {

    boolean isError() {
        return kind == Diagnostic.Kind.ERROR;
    }

    /** Whether it is a warning that {@code @SuppressWarnings} names, at the element or around it. Errors are not suppressed. */
    boolean isSuppressed() {
        if (isError()) {
            return false;
        }
        for (Element each = place.element(); each != null; each = each.getEnclosingElement()) {
            SuppressWarnings suppressed = each.getAnnotation(SuppressWarnings.class);
            if (suppressed != null && Arrays.asList(suppressed.value()).contains(message.id())) {
                return true;
            }
        }
        return false;
    }
}
