package dev.batchwright.cache.faults;

/** What goes wrong at the chosen operation. */
public enum Fault {
    /** That operation fails and has done nothing; those after it work. */
    ERROR,
    /** If that operation writes, half of its bytes arrive before it fails; else it just fails. Those after it work. */
    SHORT_WRITE,
    /** From that operation on there is no room: files and folders cannot be created, and of what is written half arrives. */
    DISK_FULL,
    /** From that operation on nothing works any more, as seen by a process that is dead; of what is written then half arrives. */
    DEATH
}
