package dev.batchwright.isolation;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The other side has sent what it cannot have meant. */
final class ProtocolException extends IOException {

    private static final long serialVersionUID = 1L;

    ProtocolException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
