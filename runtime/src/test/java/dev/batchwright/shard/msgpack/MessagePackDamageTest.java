package dev.batchwright.shard.msgpack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.block.BlockRows;
import dev.batchwright.shard.block.DamageContract;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessagePackDamageTest extends DamageContract {

    private static final EverythingSerializer SERIALIZER = EverythingSerializer.INSTANCE;

    MessagePackDamageTest() {
        super(new MessagePackFormat());
    }

    @Override
    protected int interesting(Random random) {
        return random.nextInt(3) == 0 ? 0xC0 + random.nextInt(0x20) : random.nextInt(256);
    }

    @Test
    void noValueReachesBeyondItsBlockThoughTheMemoryGoesOn() {
        Encoder encoder = new Encoder();
        SERIALIZER.write(
                new EverythingGenerator(99).row(), new MessagePackWriter(EverythingSerializer.SCHEMA, encoder));
        for (int length = 0; length < encoder.position(); length++) {
            BlockRows block = new BlockRows("file", 0, encoder.array(), length, 1);
            MessagePackReader row = MessagePackReader.ofRows(new Decoder(block, 0));

            assertThatThrownBy(() -> SERIALIZER.read(row)).isInstanceOf(CorruptShardException.class);
            assertThatThrownBy(new Decoder(block, 0)::skip).isInstanceOf(CorruptShardException.class);
        }
    }

    @Test
    void noNumberReachesBeyondItsBlockThoughTheMemoryGoesOn() {
        for (long number :
                new long[] {1, 200, 40_000, 3_000_000_000L, Long.MAX_VALUE, -100, -1000, -100_000, Long.MIN_VALUE}) {
            Encoder encoder = new Encoder();
            encoder.integer(number);
            for (int length = 0; length < encoder.position(); length++) {
                Decoder decoder = new Decoder(new BlockRows("file", 0, encoder.array(), length, 1), 0);

                assertThatThrownBy(decoder::integer).isInstanceOf(CorruptShardException.class);
            }
        }
    }

    @Test
    void nestingThatNeverEndsDoesNotExhaustTheStack() {
        byte[] nested = new byte[1 << 20];
        Arrays.fill(nested, (byte) 0x91);
        Decoder decoder = new Decoder(new BlockRows("file", 0, nested, nested.length, 1), 0);

        assertThatThrownBy(decoder::skip).isInstanceOf(CorruptShardException.class);
    }
}
