package dev.batchwright.observe;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Finds out whether a person watches. */
final class Terminal {

    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // it is null on Java 17; later versions are asked below
    static boolean isThere() {
        Console console = System.console();
        return console != null && System.getenv("TERM") != null && isTerminal(console);
    }

    /** From JDK 22 on there is a console without a terminal as well, and a method that Java 17 does not have says so. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
