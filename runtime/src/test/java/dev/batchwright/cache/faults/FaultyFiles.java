package dev.batchwright.cache.faults;

import dev.batchwright.cache.CacheFiles;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts operations and fails at one of them: every call, every write to a file, and every read. Used with each number from 1 until a
 * run passes in which {@link #struck} is false. Safe for use by several threads.
 */
public final class FaultyFiles implements CacheFiles {

    /** What an operation would change, as far as a fault cares. */
    enum Kind {
        READS,
        TAKES_ROOM,
        CHANGES
    }

    private final CacheFiles files;
    private final Fault fault;
    private final long at;
    private final Runnable struck;
    private final AtomicLong operations = new AtomicLong();

    /**
     * Makes files that fail.
     *
     * @param files what is failed over
     * @param fault what goes wrong
     * @param at at which operation, from 1
     */
    public FaultyFiles(CacheFiles files, Fault fault, long at) {
        this(files, fault, at, () -> {});
    }

    /**
     * Makes files that fail.
     *
     * @param files what is failed over
     * @param fault what goes wrong
     * @param at at which operation, from 1
     * @param struck is called when an operation has failed, and has torn what it was to write; it may end the process
     */
    public FaultyFiles(CacheFiles files, Fault fault, long at, Runnable struck) {
        this.struck = struck;
        this.files = files;
        this.fault = fault;
        this.at = at;
    }

    /** Whether the operation was reached. */
    public boolean struck() {
        return operations.get() >= at;
    }

    /** How many operations there were. */
    public long operations() {
        return operations.get();
    }

    private boolean fails(long number, Kind kind) {
        return switch (fault) {
            case ERROR, SHORT_WRITE -> number == at;
            case DISK_FULL -> number >= at && kind == Kind.TAKES_ROOM;
            case DEATH -> number >= at;
        };
    }

    private IOException failure() {
        struck.run();
        return new IOException(
                switch (fault) {
                    case ERROR, SHORT_WRITE -> "Input/output error";
                    case DISK_FULL -> "No space left on device";
                    case DEATH -> "This process is dead";
                });
    }

    /** Counts an operation, and fails if it is to. */
    void operation(Kind kind) throws IOException {
        if (fails(operations.incrementAndGet(), kind)) {
            throw failure();
        }
    }

    /** Writes bytes, or the half of them if this operation tears. */
    void write(OutputStream out, byte[] bytes, int offset, int length) throws IOException {
        long number = operations.incrementAndGet();
        if (!fails(number, Kind.TAKES_ROOM)) {
            out.write(bytes, offset, length);
            return;
        }
        if (fault == Fault.SHORT_WRITE || fault == Fault.DISK_FULL || (fault == Fault.DEATH && number == at)) {
            out.write(bytes, offset, length / 2);
        }
        throw failure();
    }

    @Override
    public OutputStream create(Path file) throws IOException {
        operation(Kind.TAKES_ROOM);
        return new FaultyOutput(files.create(file), this);
    }

    @Override
    public PartInput open(Path file, String name) throws IOException {
        operation(Kind.READS);
        return new FaultyInput(files.open(file, name), this);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        operation(Kind.CHANGES);
        files.rename(from, to);
    }

    @Override
    public boolean publish(Path from, Path to) throws IOException {
        operation(Kind.CHANGES);
        return files.publish(from, to);
    }

    @Override
    public boolean link(Path file, Path second) throws IOException {
        operation(Kind.TAKES_ROOM);
        return files.link(file, second);
    }

    @Override
    public void force(Path file) throws IOException {
        operation(Kind.CHANGES);
        files.force(file);
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        operation(Kind.CHANGES);
        files.forceFolder(folder);
    }

    @Override
    public void delete(Path file) throws IOException {
        operation(Kind.CHANGES);
        files.delete(file);
    }

    @Override
    public List<String> list(Path folder) throws IOException {
        operation(Kind.READS);
        return files.list(folder);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        operation(Kind.TAKES_ROOM);
        files.createFolder(folder);
    }
}
