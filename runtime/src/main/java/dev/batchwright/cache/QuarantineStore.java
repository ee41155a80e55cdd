package dev.batchwright.cache;

import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * The rows that a step has put aside under one fingerprint: a file for each part beside which there are any, of the part's number. A file
 * beside which no part has come is nobody's. Safe for use by several threads, as long as one shard is written by one of them.
 */
public final class QuarantineStore {

    /** The folder in a cache that has the folders of all steps that put rows aside. */
    static final String FOLDER = "quarantine";

    private final StepStore files;
    private long rows;

    QuarantineStore(Path root, String step, String fingerprint, CacheFiles files, ShardFormats formats) {
        this.files = new StepStore(new PartFolder(root, FOLDER + "/", step, fingerprint, files, formats));
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
                    rows += footer.rows();
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
     * How many rows there were when the run began.
     *
     * @return the number
     */
    public long rows() {
        return rows;
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
