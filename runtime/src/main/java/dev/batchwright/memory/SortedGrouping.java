package dev.batchwright.memory;

import dev.batchwright.generated.KeyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * A grouping by an external merge sort (Knuth, The Art of Computer Programming 3, 5.4): rows are held as long as there is memory, then
 * sorted and written to files; the files of a partition are merged, in several passes where there are more of them than may be open.
 *
 * @param <K> the keys
 * @param <T> the rows
 */
public final class SortedGrouping<K, T> implements Grouping<K, T> {

    /** Rows of an open partition that take less than this share of the budget are in nobody's way. */
    private static final long SMALL_SHARE = 16;

    private final String step;
    private final KeyOrder<K> order;
    private final Function<T, K> keyOf;
    private final Spill<T> spill;
    private final int partitions;
    private final MemoryBudget budget;
    private final Runnable waiting;
    private final ConcurrentSkipListMap<Integer, FeedBuffer<K, T>> buffers = new ConcurrentSkipListMap<>();
    private final long openBytes;
    private final int mostOpen;
    private final MergePasses<K, T> passes;

    /**
     * Makes an empty grouping.
     *
     * @param step the step that groups
     * @param order the order of the keys
     * @param keyOf gives the key of a row that has been to a file; the same as when it was added
     * @param rows writes rows to files and reads them back
     * @param partitions how many partitions there are
     * @param budget what the rows are counted against
     * @param waiting is called again and again while there is no memory, and ends the wait by an exception
     */
    public SortedGrouping(
            String step,
            KeyOrder<K> order,
            Function<T, K> keyOf,
            SpilledForm<T> rows,
            int partitions,
            MemoryBudget budget,
            Runnable waiting) {
        this.step = step;
        this.order = order;
        this.keyOf = keyOf;
        this.spill = new Spill<>(step, rows);
        this.partitions = partitions;
        this.budget = budget;
        this.waiting = waiting;
        this.openBytes = OpenFiles.within(budget).bytesEach();
        this.mostOpen = OpenFiles.within(budget).most();
        this.passes = new MergePasses<>(spill, order, keyOf, rowsOfFile -> rowsOfFile, mostOpen, waiting);
    }

    @Override
    public Feed<K, T> feed(int position) {
        FeedBuffer<K, T> buffer = new FeedBuffer<>(spill, order, partitions, budget);
        buffers.put(position, buffer);
        budget.register(buffer);
        return new Feed<>() {
            @Override
            public void add(K key, T row) {
                buffer.add(step, key, row, waiting);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Groups<K, T> open(int partition) {
        return openAll(List.of(this), partition, bytes -> waiting.run()).get(0);
    }

    /**
     * Takes the same partition of several groupings, which share a budget. Nothing of any is held while there is no memory: else two
     * threads that wait could wait for each other.
     *
     * @param groupings the groupings
     * @param partition the partition, from 0
     * @param waiting is called with the bytes that are missing again and again while there is no memory, and ends the wait by an
     *     exception
     * @param <K> the keys
     * @param <T> the rows
     * @return the groups of each
     */
    public static <K, T> List<Groups<K, T>> openAll(
            List<SortedGrouping<K, T>> groupings, int partition, LongConsumer waiting) {
        SortedGrouping<K, T> first = groupings.get(0);
        groupings.forEach(grouping -> grouping.spillIfLarge(partition));
        List<Long> reserved = List.of();
        long sum = 0;
        while (true) {
            List<Long> needed = groupings.stream()
                    .map(grouping -> grouping.openBytes(partition))
                    .toList();
            long neededSum = needed.stream().mapToLong(Long::longValue).sum();
            if (neededSum <= sum) {
                break;
            }
            first.budget.release(sum);
            first.budget.reserve(
                    first.step, neededSum, () -> waiting.accept(neededSum)); // may spill rows of this partition
            reserved = needed;
            sum = neededSum;
        }
        return first.openAll(groupings, partition, reserved);
    }

    private List<Groups<K, T>> openAll(List<SortedGrouping<K, T>> groupings, int partition, List<Long> reserved) {
        List<Groups<K, T>> opened = new ArrayList<>();
        try {
            for (int i = 0; i < groupings.size(); i++) {
                opened.add(groupings.get(i).open(partition, reserved.get(i)));
            }
            return opened;
        } catch (RuntimeException e) {
            reserved.subList(Math.min(opened.size() + 1, reserved.size()), reserved.size())
                    .forEach(budget::release); // the one that failed has given its own back
            opened.forEach(Groups::close);
            throw e;
        }
    }

    /**
     * Rows of a partition that is open stay where they are until it is closed. Where memory is no longer plentiful, many of them would be in
     * the way of the steps after this one.
     */
    private void spillIfLarge(int partition) {
        long inMemory = buffers.values().stream()
                .mapToLong(buffer -> buffer.bytes(partition))
                .sum();
        if (inMemory > budget.limit() / SMALL_SHARE && budget.held() > budget.limit() / 2) {
            buffers.values().forEach(buffer -> buffer.spill(partition));
        }
    }

    private Groups<K, T> open(int partition, long reserved) {
        long bytes = reserved;
        List<SortedSource<T>> sources = new ArrayList<>();
        for (FeedBuffer<K, T> buffer : buffers.values()) {
            FeedBuffer.Taken<T> taken = buffer.take(partition);
            sources.addAll(taken.sources());
            bytes += taken.bytes();
        }
        try {
            while (files(sources) > mostOpen) {
                sources = passes.once(sources);
            }
            Merge<K, T> merge = new Merge<>(sources, order, keyOf);
            return new SortedGroups<>(merge, order, spill, budget, budget.limit() / OpenFiles.SHARE, bytes);
        } catch (RuntimeException e) {
            sources.forEach(SortedSource::close);
            budget.release(bytes);
            throw e;
        }
    }

    /** What the files of a partition take that are open at once; one more is written, where passes or a group need it. */
    private long openBytes(int partition) {
        int files = buffers.values().stream()
                .mapToInt(buffer -> buffer.files(partition))
                .sum();
        return (Math.min(files, mostOpen) + 1) * openBytes;
    }

    private static long files(List<? extends SortedSource<?>> sources) {
        return sources.stream().filter(SortedSource::isInFile).count();
    }

    @Override
    public void close() {
        for (FeedBuffer<K, T> buffer : buffers.values()) {
            budget.unregister(buffer);
            buffer.close();
        }
    }
}
