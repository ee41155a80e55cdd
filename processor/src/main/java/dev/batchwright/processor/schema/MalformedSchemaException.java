package dev.batchwright.processor.schema;

/** What was written down is no schema; the message says why, as the rest of a sentence. */
public final class MalformedSchemaException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedSchemaException(String message) {
        super(message);
    }
}
