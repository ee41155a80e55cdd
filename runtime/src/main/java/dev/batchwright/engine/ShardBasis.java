package dev.batchwright.engine;

import dev.batchwright.CacheException;
import dev.batchwright.QuarantinedRow;
import dev.batchwright.cache.StoredDataset;
import dev.batchwright.shard.ColumnMemory;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier output has of one shard. What was made of which rows is known at the end of each part, and before and behind each row
 * that was put aside: only there can one go from rows that are taken over to rows that are run, and back. Used by one thread.
 *
 * @param <O> the rows that the step makes
 */
final class ShardBasis<O> implements AutoCloseable {

    /**
     * Rows that had been put aside together: one, or the batch of a sink.
     *
     * @param from the first one, as its place in the shard
     * @param to the place after the last one
     * @param rowsBefore how many rows the step had made before
     * @param batch their batch
     */
    record Bad(long from, long to, long rowsBefore, long batch) {}

    private final Map<Long, PartFooter> endings = new HashMap<>();
    private final Map<Long, Bad> bad = new HashMap<>();
    private final long end;
    private final long inputDigest;
    private final @Nullable StoredDataset<O> kept;
    private @Nullable Iterator<O> rows;
    private long next;

    private ShardBasis(List<PartFooter> parts, List<Bad> groups, @Nullable StoredDataset<O> kept, long firstRow) {
        parts.forEach(part -> endings.put(part.endInputRow(), part));
        for (Bad group : groups) {
            for (long row = group.from(); row < group.to(); row++) {
                bad.put(row, group);
            }
        }
        this.end = parts.get(parts.size() - 1).endInputRow();
        this.inputDigest = parts.get(parts.size() - 1).digests().input();
        this.kept = kept;
        this.next = firstRow;
    }

    /** What there is of a shard, to go on with at some row of the step's input; null if there is nothing behind it. */
    @SuppressWarnings("unchecked") // the generated manager fixes the types of the rows
    static <O> @Nullable ShardBasis<O> of(Basis basis, StepRuntime step, int shard, Start start, ColumnMemory columns) {
        List<Bad> groups = groups(basis, step, shard);
        List<PartFooter> parts = complete(footers(basis, step, shard), groups);
        if (parts.isEmpty() || parts.get(parts.size() - 1).endInputRow() <= start.inputRow()) {
            return null;
        }
        long firstRow = firstRow(parts, groups, start.inputRow());
        ShardSerializer<O> output = (ShardSerializer<O>) step.manager().output();
        StoredDataset<O> kept = output == null
                ? null
                : StoredDataset.from(basis.rows(), output, shard, firstRow, columns, (rows, bytes, reads) -> {
                    step.metrics().addRead(bytes);
                });
        return new ShardBasis<>(parts, groups, kept, firstRow);
    }

    private static List<PartFooter> footers(Basis basis, StepRuntime step, int shard) {
        try {
            return basis.rows().footers(shard);
        } catch (IOException e) {
            throw new CacheException(
                    "The rows that step " + step.name() + " has made before cannot be read: " + e
                            + ". Look after the disk, then run again.",
                    e);
        }
    }

    /** The parts before the first one of which rows that had been put aside are lost, which would be taken for good ones. */
    private static List<PartFooter> complete(List<PartFooter> parts, List<Bad> groups) {
        for (int i = 0; i < parts.size(); i++) {
            PartFooter part = parts.get(i);
            long known = groups.stream()
                    .filter(group -> group.from() >= part.firstInputRow() && group.to() <= part.endInputRow())
                    .mapToLong(group -> group.to() - group.from())
                    .sum();
            if (known != part.quarantined()) {
                return parts.subList(0, i);
            }
        }
        return parts;
    }

    private static List<Bad> groups(Basis basis, StepRuntime step, int shard) {
        List<Bad> groups = new ArrayList<>();
        ShardSerializer<?> input = step.manager().input();
        if (input == null) {
            return groups;
        }
        for (QuarantinedRow<?> row : basis.bad().rows(shard, input)) {
            Bad last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (step.isSink() && last != null && last.batch() == row.batch()) {
                groups.set(
                        groups.size() - 1, new Bad(last.from(), row.position() + 1, last.rowsBefore(), last.batch()));
            } else {
                groups.add(new Bad(row.position(), row.position() + 1, row.rowsBefore(), row.batch()));
            }
        }
        return groups;
    }

    /** How many rows were made of those before a place at which that is known. */
    private static long firstRow(List<PartFooter> parts, List<Bad> groups, long place) {
        long rows = 0;
        for (PartFooter part : parts) {
            if (part.endInputRow() <= place) {
                rows = Math.max(rows, part.endRow());
            }
        }
        for (Bad group : groups) {
            if (group.from() <= place) {
                rows = Math.max(rows, group.rowsBefore());
            }
        }
        return rows;
    }

    /** The digest of what the rows were made of, or 0 if it is not known. */
    long inputDigest() {
        return inputDigest;
    }

    /** The row of the step's input from which on nothing is known. */
    long end() {
        return end;
    }

    /** The rows that had been put aside to which the row at a place belongs, or null if it is a good one. */
    @Nullable
    Bad badAt(long place) {
        return bad.get(place);
    }

    /** The part that ends before a place, or null. */
    @Nullable
    PartFooter endsBefore(long place) {
        return endings.get(place);
    }

    /** How many rows are to come up to some number of them; none for a sink. */
    long rowsTo(long number) {
        return kept == null ? 0 : number - next;
    }

    /** The next row that the step had made. */
    O nextRow() {
        if (rows == null && kept != null) {
            rows = kept.iterator();
        }
        if (rows == null || !rows.hasNext()) {
            throw new IllegalStateException("Parts hold fewer rows than their footers say");
        }
        next++;
        return rows.next();
    }

    @Override
    public void close() {
        if (kept != null) {
            kept.close();
        }
    }
}
