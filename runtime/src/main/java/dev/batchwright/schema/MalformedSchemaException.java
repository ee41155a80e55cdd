package dev.batchwright.schema;

import dev.batchwright.BatchwrightException;
import org.jspecify.annotations.Nullable;

/** A text that should be a schema is none. The message says where and why. */
public final class MalformedSchemaException extends BatchwrightException {

    private static final long serialVersionUID = 1L;

    MalformedSchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
