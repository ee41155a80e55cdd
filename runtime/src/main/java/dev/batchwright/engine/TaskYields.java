package dev.batchwright.engine;

/** Ends a task so that it gives back the memory that it holds; it begins again later. Never the reason why a run ends. */
final class TaskYields extends RunStopped {

    private static final long serialVersionUID = 1L;

    TaskYields() {
        super("A task gives back its memory, and begins again later");
    }
}
