package dev.batchwright.cache;

import dev.batchwright.BatchwrightException;
import dev.batchwright.CacheException;
import dev.batchwright.ColumnStatistics;
import dev.batchwright.Dataset;
import dev.batchwright.QuarantinedRow;
import dev.batchwright.VerifyReport;
import dev.batchwright.annotation.Format;
import dev.batchwright.generated.StoredRows;
import dev.batchwright.memory.MemoryBudget;
import dev.batchwright.memory.SortSpace;
import dev.batchwright.memory.SortableDataset;
import dev.batchwright.memory.SpillCompression;
import dev.batchwright.memory.SpilledForm;
import dev.batchwright.shard.ColumnMemory;
import dev.batchwright.shard.ColumnReads;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** A cache directory opened for reading, at any time, beside a run as well. Only whole steps are seen. */
public final class CacheReader implements StoredRows {

    private final Path root;
    private final CacheFiles files;
    private final ShardFormats formats;
    private final Manifest manifest;
    private final Queue<Dataset<?>> datasets = new ConcurrentLinkedQueue<>();
    private final ColumnMemory columns;
    private final TemporarySpills sortedRows = new TemporarySpills(Path.of(System.getProperty("java.io.tmpdir")));
    private final MemoryBudget sortMemory;
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();

    /**
     * Opens a cache. What runs complete later is seen by opening it again.
     *
     * @param root the cache directory
     * @param pipeline the pipeline's name
     * @param files the file system
     * @param formats the part formats
     * @param columnBytes how many bytes of decoded columns are kept at most; 0 to keep none
     * @param sortBytes how many bytes of rows that are sorted are held at most
     * @throws CacheException if there is no such cache, or it belongs to another pipeline
     */
    public CacheReader(
            Path root, String pipeline, CacheFiles files, ShardFormats formats, long columnBytes, long sortBytes) {
        this.root = root;
        this.files = files;
        this.formats = formats;
        this.sortMemory = new MemoryBudget(sortBytes);
        this.columns = new ColumnMemory(columnBytes, ColumnMemory.Room.UNBOUNDED);
        try {
            Manifest found = Manifest.read(root, pipeline, new CacheJson(files));
            if (found == null) {
                throw new CacheException(
                        "There is no cache at " + root
                                + (Files.isDirectory(root)
                                        ? ", or no run of it has begun, or it is of layout version 0"
                                        : "")
                                + ". Run pipeline " + pipeline + " with RunOptions.cacheAt for this directory first.",
                        null);
            }
            this.manifest = found;
        } catch (IOException e) {
            throw new CacheException("The cache " + root + " cannot be read: " + e, e);
        }
    }

    @Override
    public <T> Dataset<T> dataset(String step, ShardSerializer<T> serializer) {
        Manifest.Output output = manifest.steps().get(step);
        if (output == null) {
            throw new CacheException(
                    "Step " + step + " has no finished output in the cache " + root + ". Finished steps: "
                            + manifest.steps().keySet() + ". Run the pipeline to its end first.",
                    null);
        }
        StepStore store = new StepStore(root, step, output.fingerprint(), files, formats);
        try {
            store.list();
            StepInfo info = new CacheJson(files)
                    .read(store.folder().resolve("step.json"), store.nameOf("step.json"), StepInfo.class);
            if (info != null) {
                store.accept(EarlierRows.of(info, store, serializer));
            }
            List<Integer> shards =
                    output.shards().stream().flatMap(ShardRange::shards).toList();
            StoredDataset<T> stored = new StoredDataset<>(store, serializer, shards, columns, this::count);
            Dataset<T> dataset = new SortableDataset<>(stored, sortSpace(step, serializer));
            datasets.add(dataset);
            return dataset;
        } catch (IOException e) {
            throw new CacheException("The rows of step " + step + " in the cache " + root + " cannot be read: " + e, e);
        }
    }

    @Override
    public <T> Dataset<QuarantinedRow<T>> quarantined(String step, ShardSerializer<T> serializer) {
        try {
            EarlierOutput latest = new EarlierOutputs(root, files).latest(step);
            if (latest == null) {
                throw new CacheException(
                        "Step " + step + " has left nothing in the cache " + root + ". Run the pipeline first.", null);
            }
            StepStore made = new StepStore(root, step, latest.output(), files, formats);
            made.accept(EarlierRows.putAside(latest.info(), made, serializer));
            QuarantineStore badRows = made.quarantine();
            badRows.list(made);
            Dataset<QuarantinedRow<T>> dataset = StoredDataset.reached(
                    badRows.files(), new QuarantineSerializer<>(serializer), columns, this::count);
            datasets.add(dataset);
            return dataset;
        } catch (IOException e) {
            throw new CacheException(
                    "The rows that step " + step + " has put aside in the cache " + root + " cannot be read: " + e, e);
        }
    }

    private <T> SortSpace<T> sortSpace(String step, ShardSerializer<T> serializer) {
        SpilledForm<T> form =
                new SpilledForm<>(serializer, formats.named(Format.OBJECT), SpillCompression.of("auto"), sortedRows);
        return new SortSpace<>(step, form, sortMemory, CacheReader::checkNotInterrupted);
    }

    private static void checkNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new BatchwrightException("The thread was interrupted while rows were sorted");
        }
    }

    private void count(long rows, long bytes, ColumnReads reads) {
        hits.add(reads.hits());
        misses.add(reads.misses());
    }

    @Override
    public ColumnStatistics statistics() {
        return new ColumnStatistics(hits.sum(), misses.sum(), columns.bytes());
    }

    @Override
    public VerifyReport verify(Map<String, ShardSerializer<?>> serializers) {
        return new CacheCheck(root, manifest.pipeline(), files, formats, serializers).run();
    }

    @Override
    public void close() {
        datasets.forEach(Dataset::close);
        columns.drop();
        try {
            sortedRows.close();
        } catch (IOException e) {
            throw new CacheException("Files of sorted rows cannot be removed: " + e, e);
        }
    }
}
