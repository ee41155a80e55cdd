package dev.batchwright.engine;

import java.util.Comparator;

/** A piece of work for one worker. */
interface Task {

    /** Later stages first, since they free what earlier ones hold; then lower shards first. */
    Comparator<Task> ORDER = Comparator.comparingInt(Task::stage).reversed().thenComparingInt(Task::shard);

    /** The index of the stage. */
    int stage();

    /** The shard, or the place among the tasks of the stage. */
    int shard();

    /** What it does, for messages. */
    String name();

    /** The memory that it will hold at most, in bytes, as far as that is known. */
    long predictedBytes();

    /** Does the work. It may end by {@link TaskYields}, and is then done again later. */
    void run(Worker worker) throws Exception;

    /** Hears, under the scheduler's lock, that the work was done. */
    void done();
}
