package dev.batchwright.memory;

import dev.batchwright.Dataset;

/**
 * Collects rows with keys, spread over partitions by key, and gives them back partition by partition, group by group, in the order
 * of the keys. Within a group rows keep the order of their feeds, and within a feed that in which they were added; so the result
 * does not depend on the threads.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
public interface Grouping<K, T> extends AutoCloseable {

    /**
     * Begins to add rows. Several feeds may be filled at once, each by one thread.
     *
     * @param position the place of the feed's rows among those of all feeds
     * @return takes the rows
     */
    Feed<K, T> feed(int position);

    /**
     * Takes a partition. Called after all feeds were closed, once for each partition, by any thread.
     *
     * @param partition the partition, from 0
     * @return its groups
     */
    Groups<K, T> open(int partition);

    /** Gives back everything that is held. */
    @Override
    void close();

    /**
     * Takes rows.
     *
     * @param <K> the keys
     * @param <T> the rows
     */
    interface Feed<K, T> extends AutoCloseable {

        /**
         * Adds a row.
         *
         * @param key its key
         * @param row the row
         */
        void add(K key, T row);

        /** Ends the feed. */
        @Override
        void close();
    }

    /**
     * The groups of a partition, one after the other. Used by one thread.
     *
     * @param <K> the keys
     * @param <T> the rows
     */
    interface Groups<K, T> extends AutoCloseable {

        /**
         * Goes to the next group.
         *
         * @return false after the last one
         */
        boolean next();

        /**
         * The key of the group.
         *
         * @return the key
         */
        K key();

        /**
         * The rows of the group, until the next one is gone to.
         *
         * @return the rows, re-iterable
         */
        Dataset<T> rows();

        /** Gives back what the partition holds. */
        @Override
        void close();
    }
}
