package dev.batchwright;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files to which a step has moved rows that memory had no room for.
 *
 * @param passes how often a row was written at most: once, and once more for every time that more files had to be merged than may be
 *     open; 0 where no row was
 * @param filesByCompression how many files there were of each compression, by its name
 * @param why why the last one was compressed as it was, in some words; empty where there was none
 */
public record SpillReport(int passes, Map<String, Long> filesByCompression, String why) {

    /** Copies the counts. */
    public SpillReport {
        SortedMap<String, Long> copy = new TreeMap<>(filesByCompression);
        filesByCompression = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * How many files there were.
     *
     * @return a number
     */
    public long files() {
        return filesByCompression.values().stream().mapToLong(Long::longValue).sum();
    }

    /** All on one line, such as {@code 5 files in 2 passes, lz4 4, zstd 1: …}. */
    @Override
    public String toString() {
        return files() + (files() == 1 ? " file in " : " files in ") + passes + (passes == 1 ? " pass, " : " passes, ")
                + filesByCompression.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "))
                + ": " + why;
    }
}
