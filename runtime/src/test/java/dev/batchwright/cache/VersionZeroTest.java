package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.shard.BytesPartInput;
import dev.batchwright.shard.PartInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionZeroTest {

    private static final String HEAD = "{\"formatVersion\": 0, \"pipeline\": \"p\", \"steps\": {";

    /** The reader keeps one row, whatever the file is like. */
    @Test
    void handsEachRowOnBeforeItReadsMuchFurther() throws IOException {
        StringBuilder text = new StringBuilder(HEAD).append("\"s\": {\"finished\": true, \"rows\": [");
        for (int row = 0; row < 20_000; row++) {
            text.append(row == 0 ? "" : ", ").append("{\"key ").append(row).append("\": [{}, \"\u00fc]}\\\"\"]}");
        }
        Farthest file = new Farthest(text.append("]}}}").toString().getBytes(StandardCharsets.UTF_8));
        List<Integer> lengths = new ArrayList<>();
        long[] end = {0};

        VersionZero.read(file, "p", (step, isFinished) -> new VersionZero.Rows() {
            @Override
            public void add(byte[] bytes, int length) {
                lengths.add(length);
                end[0] += length;
                assertThat(file.farthest - end[0]).isLessThan(200_000);
                assertThat(new String(bytes, 0, length, StandardCharsets.UTF_8))
                        .isEqualTo("{\"key " + (lengths.size() - 1) + "\": [{}, \"\u00fc]}\\\"\"]}");
            }

            @Override
            public void end() {
                lengths.add(-1);
            }
        });

        assertThat(lengths).hasSize(20_001).endsWith(-1);
    }

    @Test
    void readsNamesAsTheyAreWritten() throws IOException {
        List<String> steps = new ArrayList<>();
        byte[] text = (HEAD
                        + "\"s\u00e9\u20ac\": {\"finished\": true, \"x\": {\"rows\": [1]}, \"rows\": []}, \"t\": {}}}")
                .getBytes(StandardCharsets.UTF_8);

        VersionZero.read(new BytesPartInput("f", text), "p", (step, isFinished) -> {
            steps.add(step + " " + isFinished);
            return null;
        });

        assertThat(steps).containsExactly("s\u00e9\u20ac true");
    }

    private static final class Farthest implements PartInput {

        private final byte[] bytes;
        private long farthest;

        Farthest(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return "batch-manager.json";
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void readFully(long position, byte[] into, int offset, int count) {
            System.arraycopy(bytes, (int) position, into, offset, count);
            farthest = Math.max(farthest, position + count);
        }

        @Override
        public void close() {}
    }
}
