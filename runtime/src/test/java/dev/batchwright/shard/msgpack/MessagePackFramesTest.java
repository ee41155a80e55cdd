package dev.batchwright.shard.msgpack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.shard.CompressionSetting;
import dev.batchwright.shard.PartBytes;
import dev.batchwright.shard.msgpack.NoteSerializer.Note;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.ArrayValue;

/** Reads a part as docs/storage.md says that any program can: with a MessagePack library that knows nothing of frames. */
class MessagePackFramesTest {

    private static final int MAGIC = 8;
    private static final int TRAILER = 16;

    private final List<Note> notes = notes();
    private final ByteBuffer part = ByteBuffer.wrap(
                    PartBytes.write(new MessagePackFormat(), new NoteSerializer(), CompressionSetting.NONE, notes, 100))
            .order(ByteOrder.LITTLE_ENDIAN);

    @Test
    void aLibraryThatSkipsTheFramesReadsEveryRow() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int at = MAGIC; at < footer(); ) {
            int length = part.getInt(at);
            int stored = part.getInt(at + 4);
            int rows = part.getInt(at + 8);
            assertThat(stored).isEqualTo(length);
            assertThat(part.getInt(at + 12)).isEqualTo(checksum(at + 20, stored));
            assertThat(part.getInt(at + 16)).isEqualTo(checksum(at, 16));
            try (MessageUnpacker in = MessagePack.newDefaultUnpacker(part.array(), at + 20, stored)) {
                for (int row = 0; row < rows; row++) {
                    ArrayValue columns = in.unpackValue().asArrayValue();
                    assertThat(columns.size()).isEqualTo(2);
                    texts.add(columns.get(0).asStringValue().asString());
                }
                assertThat(in.hasNext()).isFalse();
            }
            at += 20 + stored;
        }
        assertThat(texts).isEqualTo(notes.stream().map(Note::text).toList());
    }

    @Test
    void theFooterNamesEachBlock() {
        String json = new String(part.array(), footer(), footerLength(), StandardCharsets.UTF_8);

        assertThat(part.getInt(part.capacity() - TRAILER + 4)).isEqualTo(checksum(footer(), footerLength()));
        assertThat(json).startsWith("{\"part\":{").contains("\"blocks\":[[8,").contains("\"rows\":" + notes.size());
        for (int magic : new int[] {0, part.capacity() - MAGIC}) {
            assertThat(new String(part.array(), magic, 7, StandardCharsets.US_ASCII))
                    .isEqualTo("BWMSGPK");
            assertThat(part.get(magic + 7)).isEqualTo((byte) 1);
        }
    }

    private int footerLength() {
        return part.getInt(part.capacity() - TRAILER);
    }

    private int footer() {
        return part.capacity() - TRAILER - footerLength();
    }

    private int checksum(int from, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(part.array(), from, length);
        return (int) checksum.getValue();
    }

    /** Enough for several blocks. */
    private static List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            notes.add(new Note("Größe " + i + " 語 " + "x".repeat(i % 400), new byte[i % 300]));
        }
        return notes;
    }
}
