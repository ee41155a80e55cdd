package dev.batchwright.isolation;

/** Says in words what the exit code of a process means. */
final class ExitCode {

    /** The operating systems add it to the number of the signal that has ended a process. */
    private static final int SIGNAL = 128;

    private static final int LAST_SIGNAL = 64;

    private ExitCode() {}

    /** What can stand behind the subject of a sentence. */
    static String describe(int code) {
        if (code == ChildMain.OUT_OF_MEMORY) {
            return "ended with exit code " + code + ", that of an OutOfMemoryError";
        }
        if (code > SIGNAL && code <= SIGNAL + LAST_SIGNAL) {
            return "was ended by signal " + (code - SIGNAL);
        }
        return "ended with exit code " + code;
    }
}
