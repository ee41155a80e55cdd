package dev.batchwright.cache;

import dev.batchwright.InvalidRowException;
import dev.batchwright.StepFailedException;
import dev.batchwright.memory.Spillable;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.RowsDigest;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.choice.PartEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one shard as parts. Rows are gathered before they are encoded. Used by one thread.
 *
 * @param <T> the rows
 */
public final class ShardWriter<T> implements RowStore<T>, Spillable {

    private static final int GATHER_ROWS = 1024;

    private final StepStore store;
    private final int shard;
    private final ShardSerializer<T> serializer;
    private final PartEncoding partEncoding;
    private final WriteSettings settings;
    private final List<T> gathered = new ArrayList<>();
    private final WriterMemory memory;
    private boolean encoding;
    private boolean spilling;
    private final OpenPart<T> open;
    private boolean full;
    private @Nullable PartFooter ended;
    private int part;
    private long firstInputRow;
    private long rowsBefore;
    private long rows;
    private long digestBefore = RowsDigest.NOTHING;
    private @Nullable RowsDigest digest;

    /**
     * Begins a shard, or goes on with one.
     *
     * @param store where the parts go
     * @param shard the shard
     * @param serializer the serializer of the rows
     * @param encoding how the parts are written
     * @param settings when a part is large enough
     * @param reached how far the shard has come, or null if nothing of it is there
     */
    public ShardWriter(
            StepStore store,
            int shard,
            ShardSerializer<T> serializer,
            PartEncoding encoding,
            WriteSettings settings,
            @Nullable PartFooter reached) {
        this.store = store;
        this.shard = shard;
        this.serializer = serializer;
        this.partEncoding = encoding;
        this.settings = settings;
        this.open = new OpenPart<>(store.files(), encoding, serializer);
        this.memory = new WriterMemory(settings.memory());
        settings.memory().register(this);
        if (reached != null) {
            part = reached.part() + 1;
            firstInputRow = reached.endInputRow();
            rowsBefore = reached.endRow();
            digestBefore = reached.digests().through();
        }
    }

    @Override
    public void add(T row) {
        memory.gather(serializer.sizeOf(row), shard, rowsBefore + rows + gathered.size());
        gathered.add(row);
        if (gathered.size() == GATHER_ROWS || memory.isEnough()) {
            encode();
        }
    }

    @Override
    public long spillable() {
        return encoding || spilling ? 0 : memory.held();
    }

    /** Encodes what is gathered, and ends the row group. */
    @Override
    public long spill() {
        if (encoding || spilling) {
            return 0;
        }
        long before = memory.held();
        spilling = true;
        try {
            encode();
            PartWriter<T> writer = open.writer();
            if (writer != null) {
                writer.relieve();
                memory.count(writer);
            }
        } catch (IOException e) {
            throw WriteFailure.of(store.nameOf(name().fileName()), e);
        } catch (InvalidRowException e) { // it may be another step that needs the room
            throw new StepFailedException(
                    "Step " + store.step() + " made a row that cannot be stored: " + e.getMessage(), e);
        } finally {
            spilling = false;
        }
        return Math.max(0, before - memory.held());
    }

    @Override
    public void endPart(InputPosition position) {
        encode();
        if (rows > 0 || position.row() > firstInputRow) {
            end(position, false, false);
        }
    }

    @Override
    public void finish(InputPosition position, boolean lastShard) {
        commit();
        encode();
        end(position, true, lastShard);
        commit();
    }

    private void encode() {
        if (gathered.isEmpty()) {
            return;
        }
        encoding = true;
        try {
            encodeGathered();
        } finally {
            encoding = false;
        }
    }

    private void encodeGathered() {
        try {
            PartWriter<T> writer = writer();
            writer.write(gathered);
            rows += gathered.size();
            gathered.clear();
            if (!spilling) {
                memory.count(writer);
            }
            if (!full && writer.encodedBytes() >= settings.partBytes()) {
                full = true;
                settings.full().run();
            }
        } catch (IOException e) {
            throw WriteFailure.of(store.nameOf(name().fileName()), e);
        } catch (InvalidRowException e) {
            throw new InvalidRowException(
                    e.getMessage() + " It is row " + (rowsBefore + rows + firstInvalid()) + " of shard " + shard + ".",
                    e);
        }
    }

    /** Which of the gathered rows cannot be stored: the first that fails alone as well. */
    private int firstInvalid() {
        for (int row = 0; row < gathered.size(); row++) {
            try (PartWriter<T> trial = open.write(OutputStream.nullOutputStream())) {
                trial.write(List.of(gathered.get(row)));
            } catch (IOException | InvalidRowException e) {
                return row;
            }
        }
        return 0;
    }

    private PartWriter<T> writer() throws IOException {
        return open.writer(() -> store.temporary(name(), settings.attempt()), bytes -> {
            RowsDigest summed = new RowsDigest(bytes);
            digest = summed;
            return summed;
        });
    }

    private void end(InputPosition position, boolean lastPart, boolean lastShard) {
        try (PartWriter<T> writer = writer()) {
            writer.endRows();
            PartFooter footer = footer(position, lastPart, lastShard);
            writer.finish(footer);
            settings.committed().accept(writer.encodedBytes());
            ended = footer;
        } catch (IOException e) {
            throw WriteFailure.of(store.nameOf(name().fileName()), e);
        }
        open.ended();
        full = false;
        memory.ended();
    }

    private PartFooter footer(InputPosition position, boolean lastPart, boolean lastShard) {
        long through = digest == null ? 0 : digest.through(digestBefore, rows);
        return new PartFooter(
                store.step(),
                store.fingerprint(),
                shard,
                part,
                firstInputRow,
                position.row(),
                rowsBefore,
                rows,
                serializer.schema().hash(),
                partEncoding.compression().toString(),
                lastPart,
                lastShard,
                position.batches(),
                position.restarts(),
                new PartFooter.Digests(digestBefore, through, settings.input().of(lastPart)),
                settings.beside().end(part, firstInputRow, position.row()));
    }

    @Override
    public void commit() {
        PartFooter footer = ended;
        Path written = open.temporary();
        if (footer == null || written == null) {
            return;
        }
        settings.beside().commit(part);
        try {
            store.commit(written, name(), footer);
        } catch (IOException e) {
            throw WriteFailure.of(store.nameOf(name().fileName()), e);
        }
        open.isVisible();
        ended = null;
        part++;
        firstInputRow = footer.endInputRow();
        rowsBefore = footer.endRow();
        digestBefore = footer.digests().through();
        rows = 0;
    }

    private PartName name() {
        return new PartName(shard, part, partEncoding.format().extension());
    }

    @Override
    public void close() throws IOException {
        settings.memory().unregister(this);
        open.close();
    }
}
