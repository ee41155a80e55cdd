package dev.batchwright.samples.everykind.columns;

import dev.batchwright.ColumnCodec;
import java.net.URI;

/** Stores a URI as its text. */
public final class UriCodec implements ColumnCodec<URI, String> {

    @Override
    public String encode(URI value) {
        return value.toString();
    }

    @Override
    public URI decode(String stored) {
        return URI.create(stored);
    }
}
