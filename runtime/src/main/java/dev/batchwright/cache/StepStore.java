package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one step under one fingerprint. The listing of the folder is its state. Safe for use by several threads, as long
 * as one shard is written by one of them.
 */
public final class StepStore {

    private final PartFolder folder;
    private final ShardStates shards;
    private final AtomicLong attempts = new AtomicLong();

    StepStore(Path root, String step, String output, CacheFiles files, ShardFormats formats) {
        this(new PartFolder(root, "", step, output, files, formats));
    }

    StepStore(PartFolder folder) {
        this.folder = folder;
        this.shards = new ShardStates(folder);
    }

    void list() throws IOException {
        shards.add(folder.parts());
    }

    /** Lists what is there, and removes what attempts that ended early have left. Called by the one writer. */
    void takeOver() throws IOException {
        shards.add(folder.partsAlone());
    }

    Path folder() {
        return folder.path();
    }

    CacheFiles files() {
        return folder.files();
    }

    /** How messages call a file of this folder. */
    String nameOf(String fileName) {
        return folder.nameOf(fileName);
    }

    /**
     * The name of the step.
     *
     * @return the name
     */
    public String step() {
        return folder.step();
    }

    /**
     * The fingerprint of the step.
     *
     * @return the fingerprint in hexadecimal
     */
    public String fingerprint() {
        return folder.fingerprint();
    }

    /**
     * What names this output among those of the step.
     *
     * @return the fingerprint and, from the second on, the edition
     */
    public String output() {
        return folder.output();
    }

    /**
     * The footers of the parts of a shard, from its first one to the one before the first that is missing.
     *
     * @param shard the shard
     * @return the footers in order
     * @throws IOException if a file cannot be read
     */
    public List<PartFooter> footers(int shard) throws IOException {
        List<PartFooter> footers = new ArrayList<>();
        for (PartName part : shards.listing().unbroken(shard)) {
            footers.add(footer(part));
        }
        return footers;
    }

    /**
     * The footer of the part that ends a shard.
     *
     * @param shard the shard
     * @return its footer, or null if the shard is not whole
     * @throws IOException if a file cannot be read
     */
    public @Nullable PartFooter end(int shard) throws IOException {
        return shards.end(shard);
    }

    /**
     * How far a shard has come: the footer of the last part before the first that is missing, damaged or moved from elsewhere. Only
     * the last one is looked at; damage in those before it is found by those who read them.
     *
     * @param shard the shard
     * @return the footer, or null if there is nothing
     * @throws IOException if a file cannot be read
     */
    public @Nullable PartFooter reached(int shard) throws IOException {
        return shards.reached(shard);
    }

    /**
     * The first place in a shard where one part is missing between two others, or before all others.
     *
     * @param shard the shard
     * @return the place, or null if no part is missing, or several next to each other, or only the last ones
     * @throws IOException if a file cannot be read
     */
    public @Nullable Gap gap(int shard) throws IOException {
        return shards.gap(shard);
    }

    /**
     * Removes the parts of a shard that cannot be used, before it is gone on with.
     *
     * @param shard the shard
     * @return how far it has come, or null if nothing of it is left
     * @throws IOException if a file cannot be removed
     */
    public @Nullable PartFooter keepReached(int shard) throws IOException {
        PartFooter reached = reached(shard);
        shards.removeFrom(shard, reached == null ? 0 : reached.part() + 1);
        return reached;
    }

    /**
     * Removes a part that has been found damaged, if it is one of this step.
     *
     * @param file what messages call it
     * @return whether the step has had such a part
     * @throws IOException if it cannot be removed
     */
    public boolean removeDamaged(String file) throws IOException {
        PartName part = folder.named(file);
        if (part == null || !shards.listing().has(part)) {
            return false;
        }
        shards.remove(part);
        folder.files().forceFolder(folder.path());
        return true;
    }

    /**
     * What was found damaged of the parts that were looked at, in words.
     *
     * @return a view
     */
    public Set<String> damage() {
        return Collections.unmodifiableSet(shards.damage());
    }

    /** From now on, earlier parts belong here as well. */
    void accept(EarlierRows rows) {
        folder.accept(rows);
    }

    PartFooter footer(PartName part) throws IOException {
        return folder.footer(part);
    }

    /** What reads the rows of a part as they are wanted. */
    <T> ShardSerializer<T> reader(PartName part, ShardSerializer<T> wanted) throws IOException {
        return folder.earlier().isEmpty() ? wanted : folder.earlier().reader(folder.footer(part), wanted);
    }

    PartInput open(PartName part) throws IOException {
        return folder.open(part);
    }

    ShardFormat format(PartName part) {
        return folder.format(part);
    }

    /** The rows that the step has put aside; nothing is listed yet. */
    QuarantineStore quarantine() {
        return new QuarantineStore(folder.quarantine());
    }

    /** The part of some number, in whatever format, or null. */
    @Nullable
    PartName part(int shard, int part) {
        return shards.listing().of(shard, part);
    }

    /** Takes no more notice of a part. */
    void forget(PartName part) {
        shards.listing().remove(part);
    }

    /** The footer of a part, or null if it is damaged, which is noted. */
    @Nullable
    PartFooter footerOrNull(PartName part) throws IOException {
        return shards.footerOrNull(part);
    }

    ShardFormat formatNamed(String name) {
        return folder.formatNamed(name);
    }

    void check(PartFooter footer, PartName part) {
        folder.check(footer, part);
    }

    /**
     * The shards of which there is a part.
     *
     * @return the shards in order
     */
    public List<Integer> shards() {
        return shards.listing().shards();
    }

    List<PartName> parts(int shard) {
        return shards.listing().parts(shard);
    }

    /**
     * Removes whatever there is of a shard, before it is computed again.
     *
     * @param shard the shard
     * @throws IOException if a file cannot be removed
     */
    public void clear(int shard) throws IOException {
        shards.removeFrom(shard, 0);
    }

    /**
     * Removes all shards, where they were cut in another way.
     *
     * @throws IOException if a file cannot be removed
     */
    public void clearAll() throws IOException {
        for (int shard : shards.listing().shards()) {
            clear(shard);
        }
    }

    /** A name for a part that is being written; no two attempts get the same. */
    Path temporary(PartName part, String attempt) {
        return folder.path().resolve(part.fileName() + ".tmp-" + attempt + "-" + attempts.getAndIncrement());
    }

    /** Makes a finished temporary file visible, unless another attempt came first and made the same part. */
    void commit(Path temporary, PartName part, PartFooter footer) throws IOException {
        PartName next = shards.listing().after(part.shard(), part.part());
        if (next != null && !follows(shards.footerOrNull(next), footer)) {
            shards.removeFrom(part.shard(), next.part());
        }
        if (!Durably.publish(folder.files(), temporary, folder.path(part))
                && !footer.equals(shards.footerOrNull(part))) {
            throw new CacheException(
                    "Another attempt has written " + nameOf(part.fileName())
                            + " meanwhile, and with other rows. This attempt is given up; run again to go on.",
                    null);
        }
        shards.add(part, footer);
    }

    /** Makes a finished temporary file visible, in place of the one that has its name. */
    void replace(Path temporary, PartName part) throws IOException {
        Durably.replace(folder.files(), temporary, folder.path(part));
        shards.listing().add(part);
    }

    /** Removes a part, if it is there. */
    void remove(PartName part) throws IOException {
        if (shards.listing().has(part)) {
            shards.remove(part);
            folder.files().forceFolder(folder.path());
        }
    }

    /** Whether a part goes on with the very rows that another one ends with. */
    private static boolean follows(@Nullable PartFooter next, PartFooter part) {
        return next != null
                && next.part() == part.part() + 1
                && next.firstInputRow() == part.endInputRow()
                && next.rowsBefore() == part.endRow()
                && next.digests().before() == part.digests().through();
    }

    /**
     * Notes how far a shard has come, for a step that stores no rows.
     *
     * @param footer what was done
     * @param attempt tells this attempt from others
     * @throws CacheException if the mark cannot be written
     */
    public void markDone(PartFooter footer, String attempt) {
        PartName part = new PartName(footer.shard(), footer.part(), PartName.DONE);
        Path temporary = temporary(part, attempt);
        try {
            Durably.write(folder.files(), temporary, out -> DoneMark.write(footer, out));
            commit(temporary, part, footer);
        } catch (IOException e) {
            throw WriteFailure.of(nameOf(part.fileName()), e);
        }
    }
}
