package dev.batchwright.isolation;

import java.util.List;

/**
 * Has the process of a step take no notice of what is meant for its run. Ctrl-C in a terminal goes to all processes there; the run then
 * waits for the calls that are running, and would lose them. The class for that, {@code sun.misc.Signal}, is supported but hidden from
 * the compiler, hence the reflection.
 */
final class IgnoredSignals {

    private IgnoredSignals() {}

    static void ignore() {
        for (String name : List.of("INT", "HUP")) {
            try {
                ignore(name);
            } catch (ReflectiveOperationException | IllegalArgumentException | LinkageError e) {
                // there is no such signal on this system, or the JVM leaves it alone: then the call is lost and made
                // again
            }
        }
    }

    private static void ignore(String name) throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object signal = signalType.getConstructor(String.class).newInstance(name);
        Object ignoring = handlerType.getField("SIG_IGN").get(null);
        signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, ignoring);
    }
}
