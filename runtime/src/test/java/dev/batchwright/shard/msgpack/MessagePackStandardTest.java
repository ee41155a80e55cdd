package dev.batchwright.shard.msgpack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.value.Value;

/** Reads what we write with a reader that knows nothing of us. */
class MessagePackStandardTest {

    private static final long SEED = 5;

    @Test
    void everyRowIsOneArrayOfAsManyValuesAsThereAreColumns() throws IOException {
        List<Everything> rows = new EverythingGenerator(SEED).rows(2_000);
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(encode(rows))) {
            for (Everything row : rows) {
                Value value = in.unpackValue();
                assertThat(value.asArrayValue().size())
                        .isEqualTo(EverythingSerializer.SCHEMA.columns().size());
                assertThat(value.asArrayValue().get(8).asStringValue().asString())
                        .isEqualTo(row.text());
            }
            assertThat(in.hasNext()).isFalse();
        }
    }

    @Test
    void scalarsAreReadAsWhatTheyAre() throws IOException {
        List<Everything> rows = new EverythingGenerator(SEED).rows(2_000);
        try (MessageUnpacker in = MessagePack.newDefaultUnpacker(encode(rows))) {
            for (Everything row : rows) {
                in.unpackArrayHeader();
                assertThat(in.unpackBoolean()).isEqualTo(row.flag());
                assertThat(in.unpackByte()).isEqualTo(row.tiny());
                assertThat(in.unpackShort()).isEqualTo(row.small());
                assertThat((char) in.unpackInt()).isEqualTo(row.letter());
                assertThat(in.unpackInt()).isEqualTo(row.number());
                assertThat(in.unpackLong()).isEqualTo(row.big());
                assertThat(in.unpackFloat()).isEqualTo(Float.valueOf(row.single()));
                assertThat(in.unpackDouble()).isEqualTo(Double.valueOf(row.real()));
                assertThat(in.unpackString()).isEqualTo(row.text());
                assertThat(in.readPayload(in.unpackBinaryHeader())).isEqualTo(row.bytes());
                assertThat(in.unpackString()).isEqualTo(row.color().name());
                assertThat(in.unpackString()).isEqualTo(row.decimal().toString());
                assertThat(uuid(extension(in, 8))).isEqualTo(row.id());
                assertThat(in.unpackTimestamp()).isEqualTo(row.instant());
                assertThat(in.unpackLong()).isEqualTo(row.date().toEpochDay());
                for (int rest = 15; rest < EverythingSerializer.SCHEMA.columns().size(); rest++) {
                    in.skipValue();
                }
            }
        }
    }

    private static ByteBuffer extension(MessageUnpacker in, int type) throws IOException {
        ExtensionTypeHeader header = in.unpackExtensionTypeHeader();
        assertThat((int) header.getType()).isEqualTo(type);
        return ByteBuffer.wrap(in.readPayload(header.getLength()));
    }

    private static UUID uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    @Test
    void takesTheSameBytesAsAnIndependentWriter() throws IOException {
        Encoder ours = new Encoder();
        MessageBufferPacker theirs = MessagePack.newDefaultBufferPacker();
        for (long number : numbers()) {
            ours.integer(number);
            theirs.packLong(number);
        }
        for (int size : new int[] {0, 1, 15, 16, 31, 32, 255, 256, 65535, 65536, 100_000}) {
            ours.text("x".repeat(size));
            theirs.packString("x".repeat(size));
            ours.text("ü".repeat(size));
            theirs.packString("ü".repeat(size));
            ours.text("€😀".repeat(size / 2));
            theirs.packString("€😀".repeat(size / 2));
            ours.binary(new byte[size]);
            theirs.packBinaryHeader(size);
            theirs.writePayload(new byte[size]);
            ours.arrayHeader(size);
            theirs.packArrayHeader(size);
            ours.mapHeader(size);
            theirs.packMapHeader(size);
            ours.extension((byte) 3, size);
            theirs.packExtensionTypeHeader((byte) 3, size);
            theirs.writePayload(new byte[size]);
        }
        assertThat(bytes(ours)).isEqualTo(theirs.toByteArray());
    }

    private static long[] numbers() {
        long[] numbers = new long[64 * 6 + 1];
        int next = 0;
        for (int bit = 0; bit < 64; bit++) {
            for (long around = -1; around <= 1; around++) {
                numbers[next++] = (1L << bit) + around;
                numbers[next++] = -(1L << bit) + around;
            }
        }
        return numbers;
    }

    private static byte[] encode(List<Everything> rows) {
        Encoder encoder = new Encoder();
        MessagePackWriter writer = new MessagePackWriter(EverythingSerializer.SCHEMA, encoder);
        rows.forEach(row -> EverythingSerializer.INSTANCE.write(row, writer));
        return bytes(encoder);
    }

    private static byte[] bytes(Encoder encoder) {
        return Arrays.copyOf(encoder.array(), encoder.position());
    }
}
