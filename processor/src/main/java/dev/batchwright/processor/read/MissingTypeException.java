package dev.batchwright.processor.read;

import dev.batchwright.processor.diagnostics.Place;

/** Ends the reading of an element that needs a type which is not there, or not yet. */
public final class MissingTypeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What javac calls a type whose import leads nowhere. */
    private static final String OF_IMPORT = "<any>";

    private final String missing;
    private final String usage;
    private final transient Place place;

    MissingTypeException(String missing, String usage, Place place) {
        super(missing);
        this.missing = missing;
        this.usage = usage;
        this.place = place;
    }

    /** The name of the type, as far as the compiler knows it. */
    public String missing() {
        return missing;
    }

    /** The type, as part of a sentence. */
    public String described() {
        return missing.equals(OF_IMPORT) ? "a type that an import names" : "the type " + missing;
    }

    /** Where the type is used, as a sentence without an end. */
    public String usage() {
        return usage;
    }

    public Place place() {
        return place;
    }
}
