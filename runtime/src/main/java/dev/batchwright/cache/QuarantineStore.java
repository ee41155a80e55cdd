package dev.batchwright.cache;

import dev.batchwright.CorruptShardException;
import dev.batchwright.QuarantinedRow;
import dev.batchwright.shard.ColumnMemory;
import dev.batchwright.shard.PartCheck;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rows that a step has put aside under one fingerprint: a file for each part beside which there are any, of the part's number. A file
 * beside which no part has come is nobody's. Safe for use by several threads, as long as one shard is written by one of them.
 */
public final class QuarantineStore {

    /** The folder in a cache that has the folders of all steps that put rows aside. */
    static final String FOLDER = "quarantine";

    private final StepStore files;
    private final Map<PartName, Long> counts = new ConcurrentHashMap<>();

    QuarantineStore(PartFolder folder) {
        this.files = new StepStore(folder);
    }

    /** The files, which need not have a folder yet. */
    StepStore files() {
        return files;
    }

    /** Lists what is there, for a reader. */
    void list(StepStore made) throws IOException {
        files.list();
        made.list();
        for (int shard : files.shards()) {
            for (PartName part : files.parts(shard)) {
                if (made.part(shard, part.part()) == null) {
                    files.forget(part);
                }
            }
        }
    }

    /**
     * Lists what is there, for the one writer. What is nobody's is removed, and so are damaged files and the parts beside them, so that
     * both are made again.
     */
    void takeOver(StepStore made) throws IOException {
        files.takeOver();
        for (int shard : files.shards()) {
            for (PartName part : files.parts(shard)) {
                PartName beside = made.part(shard, part.part());
                PartFooter footer = beside == null ? null : files.footerOrNull(part);
                if (footer != null) {
                    counts.put(part, footer.rows());
                    continue;
                }
                if (beside != null) {
                    made.remove(beside);
                }
                files.remove(part);
            }
        }
    }

    /**
     * How many rows there are.
     *
     * @return the number
     * @throws UncheckedIOException if a file cannot be read
     */
    public long count() {
        long count = 0;
        try {
            for (int shard : files.shards()) {
                for (PartName part : files.parts(shard)) {
                    count += files.footer(part).rows();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count;
    }

    /**
     * The rows of one shard in their order, read lazily.
     *
     * @param shard the shard
     * @param serializer the serializer of the rows that the step is given
     * @param <T> the rows that the step is given
     * @return the rows
     */
    public <T> Iterable<QuarantinedRow<T>> rows(int shard, ShardSerializer<T> serializer) {
        return StoredDataset.from(
                files,
                new QuarantineSerializer<>(serializer),
                shard,
                0,
                new ColumnMemory(0, ColumnMemory.Room.UNBOUNDED),
                (rows, bytes, reads) -> {});
    }

    /** What is wrong with the rows beside a part; empty if nothing is. */
    String damageBeside(PartFooter part) throws IOException {
        PartName name = name(part.shard(), part.part());
        try (PartInput in = files.open(name)) {
            PartCheck found = files.format(name).check(in, null);
            files.check(found.footer(), name);
            return found.footer().rows() == part.quarantined() && found.damage().isEmpty()
                    ? ""
                    : "rows that were put aside beside it, in " + files.nameOf(name.fileName()) + ", are damaged";
        } catch (NoSuchFileException e) {
            return "rows that were put aside beside it, in " + files.nameOf(name.fileName()) + ", are gone";
        } catch (CorruptShardException e) {
            return "rows that were put aside beside it are damaged: " + e.getMessage();
        }
    }

    /** The name of the file beside a part. */
    PartName name(int shard, int part) {
        return new PartName(shard, part, format().extension());
    }

    /** The format of the files: what other tools read, so that errors can be counted and looked at without a program. */
    ShardFormat format() {
        return files.formatNamed("parquet");
    }

    /**
     * How many rows there are, for the one writer.
     *
     * @return the number
     */
    public long rows() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Makes a finished file visible, in place of the one that has its name. */
    void replace(Path temporary, PartName name, long rows) throws IOException {
        files.replace(temporary, name);
        counts.put(name, rows);
    }

    /**
     * Removes what was put aside beside parts that are made again.
     *
     * @param shard the shard
     * @param first the first of these parts
     * @param end the part after the last one
     * @return how many rows are gone
     * @throws IOException if a file cannot be removed
     */
    public long remove(int shard, int first, int end) throws IOException {
        long gone = 0;
        for (PartName part : files.parts(shard)) {
            if (part.part() >= first && part.part() < end) {
                files.remove(part);
                Long rows = counts.remove(part);
                gone += rows == null ? 0 : rows;
            }
        }
        return gone;
    }

    /**
     * Removes a file that has been found damaged, if it is one of these.
     *
     * @param file what messages call it
     * @return whether there has been such a file
     * @throws IOException if it cannot be removed
     */
    public boolean removeDamaged(String file) throws IOException {
        return files.removeDamaged(file);
    }

    /**
     * What was found damaged, in words.
     *
     * @return a view
     */
    public Set<String> damage() {
        return files.damage();
    }
}
