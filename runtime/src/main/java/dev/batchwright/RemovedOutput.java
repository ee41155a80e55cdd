package dev.batchwright;

/**
 * An output that a step has made under an earlier fingerprint, and that a run has removed or would remove.
 *
 * @param step the step's name
 * @param fingerprint the first twelve digits of the fingerprint, after which its folder is named
 * @param bytes the bytes of its files
 * @param why the rule that removes it
 * @param problem why it could not be removed, or not all of it; empty where it is gone. The next run tries again
 */
public record RemovedOutput(String step, String fingerprint, long bytes, String why, String problem) {

    /** All on one line, such as {@code embed-chunks/77b0e1d2a934, 1.2 GiB: not used for 31 days}. */
    @Override
    public String toString() {
        return step + "/" + fingerprint + ", " + ByteSize.format(bytes) + ": " + why
                + (problem.isEmpty() ? "" : ", but " + problem);
    }
}
