package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.InvalidRowException;
import dev.batchwright.QuarantinedRow;
import dev.batchwright.memory.StepMemory;
import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.choice.PartEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the rows of one shard that a step could not process: a file for each part beside which there are any, under the part's number.
 * It becomes visible just before the part does. Where the part never comes, it is nobody's and is removed by the next run. Used by one
 * thread.
 *
 * @param <R> the rows
 */
public final class QuarantineWriter<R> implements WriteSettings.Beside, AutoCloseable {

    private static final int GATHER_ROWS = 256;

    private final QuarantineStore quarantine;
    private final StepStore store;
    private final int shard;
    private final QuarantineSerializer<R> serializer;
    private final String attempt;
    private final List<QuarantinedRow<R>> gathered = new ArrayList<>();
    private final WriterMemory memory;
    private long rows;
    private long ended;
    private final OpenPart<QuarantinedRow<R>> open;

    /**
     * Begins a shard, or goes on with one.
     *
     * @param store where rows of the step go that were put aside
     * @param shard the shard
     * @param rows the serializer of the rows
     * @param attempt tells the temporary files of this run from those of others
     * @param memory counts what is held until it is in a file
     */
    public QuarantineWriter(
            QuarantineStore store, int shard, ShardSerializer<R> rows, String attempt, StepMemory memory) {
        this.quarantine = store;
        this.store = store.files();
        this.shard = shard;
        this.serializer = new QuarantineSerializer<>(rows);
        this.attempt = attempt;
        this.memory = new WriterMemory(memory);
        this.open = new OpenPart<>(
                store.files().files(), new PartEncoding(store.format(), CompressionSetting.ZSTD), serializer);
    }

    /**
     * Puts a row aside.
     *
     * @param row the row and its error
     * @throws CacheException if it cannot be stored
     */
    public void add(QuarantinedRow<R> row) {
        memory.gather(serializer.sizeOf(row), shard, row.position());
        rows++;
        gathered.add(row);
        if (gathered.size() == GATHER_ROWS || memory.isEnough()) {
            encode();
        }
    }

    private void encode() {
        try {
            PartWriter<QuarantinedRow<R>> writer = writer();
            writer.write(gathered);
            memory.count(writer);
        } catch (IOException e) {
            throw WriteFailure.of(nameOfTemporary(), e);
        } catch (InvalidRowException e) {
            throw new CacheException(
                    "Rows that step " + store.step() + " could not process cannot be put aside: " + e.getMessage()
                            + " The first of their errors is: "
                            + gathered.get(0).error(),
                    e);
        }
        gathered.clear();
    }

    /** Which part the rows belong to is known when it ends. */
    private String nameOfTemporary() {
        Path file = open.temporary();
        return store.nameOf(file == null ? "" : file.getFileName().toString());
    }

    private PartWriter<QuarantinedRow<R>> writer() throws IOException {
        if (open.writer() == null) {
            Durably.createFolder(store.files(), store.folder());
        }
        return open.writer(() -> store.temporary(quarantine.name(shard, 0), attempt), bytes -> bytes);
    }

    @Override
    public long end(int part, long firstInputRow, long endInputRow) {
        ended = rows;
        if (ended == 0) {
            return 0;
        }
        if (!gathered.isEmpty()) {
            encode();
        }
        PartName name = quarantine.name(shard, part);
        try (PartWriter<QuarantinedRow<R>> writer = writer()) {
            writer.endRows();
            writer.finish(new PartFooter(
                    store.step(),
                    store.fingerprint(),
                    shard,
                    part,
                    firstInputRow,
                    endInputRow,
                    0,
                    ended,
                    serializer.schema().hash(),
                    CompressionSetting.ZSTD.toString(),
                    false,
                    false));
        } catch (IOException e) {
            throw WriteFailure.of(store.nameOf(name.fileName()), e);
        }
        open.ended();
        memory.ended();
        rows = 0;
        return ended;
    }

    @Override
    public void commit(int part) {
        PartName name = quarantine.name(shard, part);
        Path written = open.temporary();
        try {
            if (written != null) {
                open.isVisible();
                quarantine.replace(written, name, ended);
            } else {
                store.remove(name); // an attempt may have ended before its part came
            }
        } catch (IOException e) {
            throw WriteFailure.of(store.nameOf(name.fileName()), e);
        }
    }

    @Override
    public void close() throws IOException {
        open.close();
    }
}
