package dev.batchwright;

/** What of a cache outlives which kind of end. */
public enum Durability {
    /**
     * What is committed outlives the process, however that ends. A loss of power may cost parts that the system had not yet written
     * to the disk; those that are torn are found by their checksums.
     */
    PROCESS,
    /**
     * What is committed outlives a loss of power as well: each file is forced to the disk before it gets its name, and its folder
     * afterwards, which costs two waits for the disk a part. This holds for the files that runs with this setting wrote.
     */
    POWER
}
