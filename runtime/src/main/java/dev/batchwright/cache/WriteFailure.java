package dev.batchwright.cache;

import dev.batchwright.CacheException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says of a file that could not be written why, and what to do. */
final class WriteFailure {

    /** How systems name a disk or a quota that is full; Java has no exception of its own for it. */
    private static final List<String> FULL =
            List.of("no space left on device", "not enough space on the disk", "disk quota exceeded");

    private WriteFailure() {}

    /**
     * Makes the exception.
     *
     * @param file how messages call the file
     */
    static CacheException of(String file, IOException cause) {
        String advice = isDiskFull(cause)
                ? ". The disk is full, or what this user may keep on it: make room there"
                : ". Look after the disk and the rights of this process";
        return new CacheException(
                "File " + file + " of the cache cannot be written: " + reason(cause) + advice
                        + ", then run again: what is committed stays, and the run goes on from there.",
                cause);
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }

    private static boolean isDiskFull(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && FULL.stream().anyMatch(message.toLowerCase(Locale.ROOT)::contains)) {
                return true;
            }
        }
        return false;
    }
}
