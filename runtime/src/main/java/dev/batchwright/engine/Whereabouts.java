package dev.batchwright.engine;

import java.util.Arrays;

/** Says what threads are doing, by their stacks: asked only when a run is ending, so that it costs nothing before. */
final class Whereabouts {

    private Whereabouts() {}

    /** Whether a thread is within the read of a source. */
    static boolean isReading(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("read")
                        && (frame.getClassName().equals(SourceFeed.class.getName())
                                || frame.getClassName().equals(StreamRun.class.getName())));
    }

    /** Whether one of the engine's threads has called {@code System.exit}, which does not return. */
    static boolean isExitCalled() {
        return Thread.getAllStackTraces().entrySet().stream()
                .anyMatch(entry -> entry.getKey().getName().startsWith("batchwright-") && isExit(entry.getValue()));
    }

    /** Whether a thread has called {@code System.exit}. */
    static boolean isExiting(Thread thread) {
        return isExit(thread.getStackTrace());
    }

    private static boolean isExit(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }
}
