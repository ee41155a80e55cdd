package dev.batchwright.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells which steps are being called, by the stacks of the threads of runs. Safe for use by several threads. */
final class StepsAtWork {

    private static final String THREADS = "batchwright-";

    private final Map<String, String> namesByClass = new TreeMap<>();

    StepsAtWork(Collection<StepRuntime> steps) {
        for (StepRuntime step : steps) {
            namesByClass.put(step.manager().step().getClass().getName(), step.name());
        }
    }

    /** The names of the steps that are being called now. It looks at all threads, so it is not for every call. */
    List<String> now() {
        Set<String> found = new TreeSet<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.getName().startsWith(THREADS)) {
                innermost(stack, found);
            }
        });
        return List.copyOf(found);
    }

    private void innermost(StackTraceElement[] stack, Set<String> found) {
        for (StackTraceElement frame : stack) {
            String step = namesByClass.get(frame.getClassName());
            if (step != null) {
                found.add(step);
                return;
            }
        }
    }
}
