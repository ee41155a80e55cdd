package dev.batchwright.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.RowReader;
import dev.batchwright.Source;
import dev.batchwright.SourceException;
import dev.batchwright.shard.Guarded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Text files that mean harm, read by the sources that users write. */
final class HostileText implements AutoCloseable {

    /** What may be allocated whatever the file: a reader's buffers and the classes that it loads. */
    static final long ALLOWANCE = 16L << 20;

    /** Bytes that are not UTF-8, and that nothing around them makes UTF-8. */
    static final List<byte[]> NOT_UTF8 = List.of(
            bytes(0x80),
            bytes(0xff),
            bytes(0xc0, 0x80),
            bytes(0xe2, 0x82),
            bytes(0xed, 0xa0, 0x80),
            bytes(0xf0, 0x80, 0x80, 0x80),
            bytes(0xf4, 0x90, 0x80, 0x80));

    private final Guarded guarded = new Guarded();

    /**
     * Reads a source, and fails if it throws what it may not, or does not end.
     *
     * @return what came of it
     */
    <T> Guarded.Outcome read(String what, Source<T> source) {
        return guarded.read(what, () -> Steps.read(source));
    }

    /** Counts rows, so that none of them is held. */
    Guarded.Outcome count(String what, RowReader<?> reader) {
        return guarded.read(what, () -> {
            long rows = 0;
            while (reader.next() != null) {
                rows++;
            }
            return List.of(rows);
        });
    }

    /** Expects that a source is refused, with a message that holds all of these, and without taking much memory. */
    void refuses(String what, Source<?> source, long allowed, String... parts) {
        assertRefused(what, read(what, source), allowed, parts);
    }

    static void assertRefused(String what, Guarded.Outcome outcome, long allowed, String... parts) {
        assertThat(outcome.refusal())
                .as(what)
                .isInstanceOf(SourceException.class)
                .hasMessageContainingAll(parts);
        assertThat(requireNonNull(outcome.refusal()).getMessage())
                .as("message of %s", what)
                .hasSizeLessThan(1_000);
        assertThat(outcome.allocated()).as("allocated for %s", what).isLessThan(allowed);
    }

    /** Puts bytes into others. */
    static byte[] insert(byte[] into, int at, byte[] added) {
        byte[] all = new byte[into.length + added.length];
        System.arraycopy(into, 0, all, 0, at);
        System.arraycopy(added, 0, all, at, added.length);
        System.arraycopy(into, at, all, at + added.length, into.length - at);
        return all;
    }

    static boolean isWithinCharacter(byte[] text, int at) {
        return at < text.length && (text[at] & 0xc0) == 0x80;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static Path write(Path file, String content) throws IOException {
        return Files.writeString(file, content);
    }

    /** Text that goes on and on. */
    static InputStream repeating(String text, long times) {
        byte[] bytes = utf8(text);
        return new InputStream() {
            private long left = times * bytes.length;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left == 0) {
                    return -1;
                }
                int count = (int) Math.min(left, length);
                int at = (int) ((times * bytes.length - left) % bytes.length);
                for (int i = 0; i < count; i++) {
                    into[offset + i] = bytes[at];
                    at = at + 1 == bytes.length ? 0 : at + 1;
                }
                left -= count;
                return count;
            }
        };
    }

    @Override
    public void close() {
        guarded.close();
    }
}
