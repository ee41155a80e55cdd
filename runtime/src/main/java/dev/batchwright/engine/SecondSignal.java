package dev.batchwright.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a signal end a process at once that is ending already: by itself the JVM takes no notice of one while shutdown hooks run. The
 * class for that, {@code sun.misc.Signal}, is supported but hidden from the compiler, hence the reflection.
 */
final class SecondSignal {

    private static final Logger LOG = LoggerFactory.getLogger("dev.batchwright.run");

    /** Exit codes of processes that a signal ended, by the convention of shells. */
    private static final int SIGNALLED = 128;

    private SecondSignal() {}

    static void endsTheProcess() {
        for (String name : List.of("INT", "TERM")) {
            try {
                handle(name);
            } catch (ReflectiveOperationException | IllegalArgumentException | LinkageError e) {
                LOG.debug("A second SIG{} will not end the process at once", name, e);
            }
        }
    }

    private static void handle(String name) throws ReflectiveOperationException {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Method numberOf = signalType.getMethod("getNumber");
        InvocationHandler halt = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                Object signal = Objects.requireNonNull(arguments)[0];
                Runtime.getRuntime().halt(SIGNALLED + (int) numberOf.invoke(signal));
            }
            return null; // no other method is called
        };
        Object handler = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, halt);
        Object signal = signalType.getConstructor(String.class).newInstance(name);
        signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
    }
}
