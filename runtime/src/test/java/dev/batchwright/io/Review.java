package dev.batchwright.io;

import org.jspecify.annotations.Nullable;

record Review(String title, int rating, @Nullable String note) {

    Review {
        if (rating > 5) {
            throw new IllegalArgumentException("rating above 5");
        }
    }
}
