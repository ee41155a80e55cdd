package dev.batchwright.cache;

import dev.batchwright.InvalidRowException;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartWriter;
import dev.batchwright.shard.ShardSerializer;
import dev.batchwright.shard.choice.PartEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one shard as parts. Rows are gathered before they are encoded, and a part is closed only at a
 * {@link #boundary}, when it is large or old enough. Used by one thread.
 *
 * @param <T> the rows
 */
public final class ShardWriter<T> implements RowStore<T> {

    private static final int GATHER_ROWS = 1024;
    private static final long GATHER_BYTES = 1 << 20;

    private final StepStore store;
    private final int shard;
    private final ShardSerializer<T> serializer;
    private final PartEncoding encoding;
    private final WriteSettings settings;
    private final List<T> gathered = new ArrayList<>();
    private long gatheredBytes;
    private boolean encodedSinceBoundary;
    private @Nullable PartWriter<T> open;
    private @Nullable Path temporary;
    private int part;
    private long firstInputRow;
    private long rowsBefore;
    private long rows;
    private long deadline;

    /**
     * Begins a shard.
     *
     * @param store where the parts go
     * @param shard the shard
     * @param serializer the serializer of the rows
     * @param encoding how the parts are written
     * @param settings when parts are closed
     */
    public ShardWriter(
            StepStore store, int shard, ShardSerializer<T> serializer, PartEncoding encoding, WriteSettings settings) {
        this.store = store;
        this.shard = shard;
        this.serializer = serializer;
        this.encoding = encoding;
        this.settings = settings;
    }

    @Override
    public void add(T row) {
        if (gathered.isEmpty() && rows == 0) {
            deadline = settings.clock().getAsLong() + settings.checkpointNanos();
        }
        gathered.add(row);
        gatheredBytes += serializer.sizeOf(row);
        if (gathered.size() == GATHER_ROWS || gatheredBytes >= GATHER_BYTES) {
            encode();
        }
    }

    @Override
    public void boundary(long inputRow) {
        boolean due = rows + gathered.size() > 0 && settings.clock().getAsLong() - deadline >= 0;
        if (due || encodedSinceBoundary) {
            encodedSinceBoundary = false;
            PartWriter<T> writer = open;
            if (due || (writer != null && writer.encodedBytes() >= settings.partBytes())) {
                commit(inputRow, false, false);
            }
        }
    }

    @Override
    public void finish(long inputRow, boolean lastShard) {
        commit(inputRow, true, lastShard);
    }

    /** Closes the open part at the next boundary after a point in time, if that comes first. */
    void endOpenPartBy(long nanos) {
        if (part == 0 && nanos - deadline < 0) {
            deadline = nanos;
        }
    }

    private void encode() {
        if (gathered.isEmpty()) {
            return;
        }
        try {
            writer().write(gathered);
        } catch (IOException e) {
            throw WriteFailure.of(store.nameOf(name().fileName()), e);
        } catch (InvalidRowException e) {
            throw new InvalidRowException(
                    e.getMessage() + " It is row " + (rowsBefore + rows + firstInvalid()) + " of shard " + shard + ".",
                    e);
        }
        rows += gathered.size();
        gathered.clear();
        gatheredBytes = 0;
        encodedSinceBoundary = true;
    }

    /** Which of the gathered rows cannot be stored: the first that fails alone as well. */
    private int firstInvalid() {
        for (int row = 0; row < gathered.size(); row++) {
            try (PartWriter<T> trial = begin(OutputStream.nullOutputStream())) {
                trial.write(List.of(gathered.get(row)));
            } catch (IOException | InvalidRowException e) {
                return row;
            }
        }
        return 0;
    }

    private PartWriter<T> begin(OutputStream file) throws IOException {
        return encoding.format().write(file, serializer, encoding.compression());
    }

    private PartWriter<T> writer() throws IOException {
        PartWriter<T> writer = open;
        if (writer == null) {
            Path file = store.temporary(name(), settings.attempt());
            OutputStream bytes = store.files().create(file);
            temporary = file;
            try {
                writer = begin(bytes);
            } catch (IOException | RuntimeException e) {
                bytes.close();
                throw e;
            }
            open = writer;
        }
        return writer;
    }

    private void commit(long endInputRow, boolean lastPart, boolean lastShard) {
        encode();
        PartFooter footer = new PartFooter(
                store.step(),
                store.fingerprint(),
                shard,
                part,
                firstInputRow,
                endInputRow,
                rowsBefore,
                rows,
                serializer.schema().hash(),
                encoding.compression().toString(),
                lastPart,
                lastShard);
        try (PartWriter<T> writer = writer()) {
            writer.finish(footer);
            settings.committed().accept(writer.encodedBytes());
        } catch (IOException e) {
            throw WriteFailure.of(store.nameOf(name().fileName()), e);
        }
        open = null;
        publish(footer);
        part++;
        firstInputRow = endInputRow;
        rowsBefore += rows;
        rows = 0;
    }

    private void publish(PartFooter footer) {
        Path written = temporary;
        if (written == null) {
            throw new IllegalStateException("Part " + name().fileName() + " was not written");
        }
        try {
            store.commit(written, name(), footer);
        } catch (IOException e) {
            throw WriteFailure.of(store.nameOf(name().fileName()), e);
        }
        temporary = null;
    }

    private PartName name() {
        return new PartName(shard, part, encoding.format().extension());
    }

    @Override
    public void close() throws IOException {
        PartWriter<T> writer = open;
        Path unfinished = temporary;
        open = null;
        temporary = null;
        try {
            if (writer != null) {
                writer.close();
            }
        } finally {
            if (unfinished != null) {
                store.files().delete(unfinished);
            }
        }
    }
}
