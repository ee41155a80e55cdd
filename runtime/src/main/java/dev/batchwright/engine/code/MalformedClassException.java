package dev.batchwright.engine.code;

/** A class file is not what chapter 4 of the Java Virtual Machine Specification says, or is newer than what is known here. */
final class MalformedClassException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedClassException(String message) {
        super(message);
    }
}
