package dev.batchwright.processor.json;

/** A text is not JSON; the message says where and why, as the rest of a sentence. */
public final class MalformedJsonException extends Exception {

    private static final long serialVersionUID = 1;

    MalformedJsonException(String message) {
        super(message);
    }
}
