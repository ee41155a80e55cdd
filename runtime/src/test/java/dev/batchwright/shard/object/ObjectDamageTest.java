package dev.batchwright.shard.object;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.block.BlockRows;
import dev.batchwright.shard.block.DamageContract;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObjectDamageTest extends DamageContract {

    ObjectDamageTest() {
        super(new ObjectFormat());
    }

    @Override
    protected int interesting(Random random) {
        return random.nextInt(3) == 0 ? 0x80 + random.nextInt(0x80) : random.nextInt(256);
    }

    @Test
    void noValueReachesBeyondItsBlockThoughTheMemoryGoesOn() {
        TextEncoder encoder = new TextEncoder();
        EverythingSerializer serializer = EverythingSerializer.INSTANCE;
        serializer.write(new EverythingGenerator(99).row(), new ObjectWriter(serializer.schema(), encoder));
        Set<List<String>> enums = EnumIndexes.listsIn(serializer.schema());
        for (int length = 0; length < encoder.position(); length++) {
            BlockRows block = new BlockRows("file", 0, encoder.array(), length, 1);
            ObjectReader row =
                    new ObjectReader(new ObjectDecoder(block, 0), null, new EnumIndexes(enums), new RecentKeys());
            ObjectDecoder place = new ObjectDecoder(block, 0);

            assertThatThrownBy(() -> serializer.read(row)).isInstanceOf(CorruptShardException.class);
            assertThatThrownBy(() -> Skip.columnsOf(serializer.schema()).forEach(column -> column.over(place)))
                    .isInstanceOf(CorruptShardException.class);
        }
    }
}
