package dev.batchwright.io;

import dev.batchwright.BatchwrightException;

/** A value is not what its column needs. The reader that knows the file and the line catches it and adds them. */
final class InvalidValueException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    /** Says what was expected of which column and what was found, without a full stop. */
    InvalidValueException(String message) {
        super(message);
    }
}
