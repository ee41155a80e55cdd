package dev.batchwright.samples.everykind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes that tests start, most of them to be killed soon: they begin fast rather than become fast. */
public final class ShortLivedJvm {

    private ShortLivedJvm() {}

    /** The command that runs a main class with the class path of the tests. */
    public static List<String> command(Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }
}
