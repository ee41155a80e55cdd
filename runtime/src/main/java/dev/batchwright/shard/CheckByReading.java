package dev.batchwright.shard;

import dev.batchwright.CorruptShardException;
import java.io.IOException;

/** Looks at a part by reading all of its rows: for formats that have no cheaper way to check them. */
final class CheckByReading {

    private CheckByReading() {}

    static <T> PartCheck of(ShardFormat format, PartInput in, PartFooter footer, ShardSerializer<T> serializer)
            throws IOException {
        PartCheck.Findings findings = new PartCheck.Findings();
        long rows = 0;
        try (PartReader<T> reader = format.read(new Unclosed(in), serializer)) {
            while (reader.next() != null) {
                rows++;
            }
            if (rows != footer.rows()) {
                findings.add(
                        Math.min(rows, footer.rows()),
                        Math.max(rows, footer.rows()),
                        "it holds " + rows + " rows and its footer says " + footer.rows());
            }
        } catch (CorruptShardException e) {
            findings.add(rows, footer.rows(), String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Whatever a format of somebody else's throws over bytes that it cannot read: to look is not to fail.
            findings.add(rows, footer.rows(), "its rows cannot be read: " + e);
        }
        return findings.of(footer);
    }

    /** The file stays with the one who asked for the check. */
    private record Unclosed(PartInput file) implements PartInput {

        @Override
        public String name() {
            return file.name();
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
        public void close() {}
    }
}
