package dev.batchwright.memory;

import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.PartInput;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Files in memory; nothing is faster than that. */
final class SpillFilesInMemory implements SpillFiles {

    final Map<String, byte[]> there = new ConcurrentHashMap<>();
    final List<Spilled> written = new CopyOnWriteArrayList<>();
    final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger created = new AtomicInteger();

    @Override
    public String newName(String step) {
        return step + "-" + created.incrementAndGet();
    }

    @Override
    public OutputStream create(String name) {
        there.put(name, new byte[0]);
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                there.put(name, toByteArray());
            }
        };
    }

    @Override
    public PartInput open(String name) throws IOException {
        byte[] bytes = there.get(name);
        if (bytes == null) {
            throw new FileNotFoundException(name);
        }
        open.incrementAndGet();
        PartInput file = new BytesPartInput(name, bytes);
        return new PartInput() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long length() throws IOException {
                return file.length();
            }

            @Override
            public void readFully(long position, byte[] into, int offset, int count) throws IOException {
                file.readFully(position, into, offset, count);
            }

            @Override
            public void close() throws IOException {
                open.decrementAndGet();
                file.close();
            }
        };
    }

    @Override
    public void delete(String name) {
        there.remove(name);
    }

    @Override
    public void spilled(Spilled file) {
        written.add(file);
    }
}
