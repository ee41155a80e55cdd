package dev.batchwright.isolation;

import java.lang.management.ManagementFactory;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command that starts the process of a step: the JVM of this process, with its classes and modules, and a heap of its own. */
final class ChildCommand {

    /**
     * Options that steps may rely on. Not those that are about this JVM as a whole: its heap and its collector, ports that it listens on,
     * agents that write files.
     */
    private static final List<String> INHERITED = List.of(
            "-D",
            "-ea",
            "-esa",
            "-enableassertions",
            "-enablesystemassertions",
            "--add-exports",
            "--add-modules",
            "--add-opens",
            "--add-reads",
            "--enable-native-access",
            "--enable-preview",
            "--patch-module",
            "--sun-misc-unsafe-memory-access");

    private static final List<String> OF_THIS_JVM =
            List.of("-Dcom.sun.management.", "-Djdk.module.", "-Djava.class.path");

    private ChildCommand() {}

    /**
     * The command.
     *
     * @param heapBytes the largest heap
     * @param socket where the child finds the run
     */
    static List<String> of(long heapBytes, Path socket) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(ChildCommand::isInherited)
                .forEach(command::add);
        // What it prints is handed on as text; the first two are the names before JDK 19.
        for (String stream : List.of("sun.stdout", "sun.stderr", "stdout", "stderr")) {
            command.add("-D" + stream + ".encoding=UTF-8");
        }
        command.add(heapOption(heapBytes));
        // Who goes on after an OutOfMemoryError may have lost anything: another thread, a lock, half of an update.
        command.add("-XX:+ExitOnOutOfMemoryError");
        addClasses(command);
        command.add(socket.toString());
        return command;
    }

    /** The option as the JVM wants it, in a unit that people read. */
    static String heapOption(long heapBytes) {
        long kibibytes = (heapBytes + 1023) >> 10;
        return kibibytes % 1024 == 0 ? "-Xmx" + (kibibytes >> 10) + "m" : "-Xmx" + kibibytes + "k";
    }

    private static boolean isInherited(String option) {
        return INHERITED.stream().anyMatch(option::startsWith)
                && OF_THIS_JVM.stream().noneMatch(option::startsWith);
    }

    private static void addClasses(List<String> command) {
        addPath(command, "-cp", System.getProperty("java.class.path"));
        addPath(command, "-p", System.getProperty("jdk.module.path"));
        Module own = ChildMain.class.getModule();
        String main = ChildMain.class.getName();
        if (own.isNamed()) {
            command.addAll(List.of("--add-modules", modules(), "-m", own.getName() + "/" + main));
        } else {
            command.add(main);
        }
    }

    private static void addPath(List<String> command, String option, @Nullable String path) {
        if (path != null && !path.isEmpty()) {
            command.add(option);
            command.add(path);
        }
    }

    /** All modules of the application: the main class, which here is ours, would not bring in that of the step. */
    private static String modules() {
        return ModuleLayer.boot().configuration().modules().stream()
                .filter(ChildCommand::isOfApplication)
                .map(ResolvedModule::name)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static boolean isOfApplication(ResolvedModule module) {
        return module.reference()
                .location()
                .map(place -> !"jrt".equals(place.getScheme()))
                .orElse(false);
    }
}
