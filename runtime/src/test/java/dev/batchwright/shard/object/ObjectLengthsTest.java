package dev.batchwright.shard.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.schema.UnionType;
import dev.batchwright.shard.Allocation;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.block.BlockRows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a block says of a length is believed. */
class ObjectLengthsTest {

    private static final int BYTES_LEFT = 1000;
    private static final RecordType CARD =
            RecordType.named("Card").column("number", ScalarType.INT).build();
    private static final UnionType PAYMENT = new UnionType("Payment", List.of(CARD));

    private static final Map<String, Consumer<ValueReader>> WHAT_HAS_A_LENGTH = new TreeMap<>(Map.ofEntries(
            Map.entry("text", ValueReader::readString),
            Map.entry("bytes", ValueReader::readBytes),
            Map.entry("booleans", ValueReader::readBooleans),
            Map.entry("shorts", ValueReader::readShorts),
            Map.entry("chars", ValueReader::readChars),
            Map.entry("ints", ValueReader::readInts),
            Map.entry("longs", ValueReader::readLongs),
            Map.entry("floats", ValueReader::readFloats),
            Map.entry("doubles", ValueReader::readDoubles),
            Map.entry("list", ValueReader::beginList),
            Map.entry("map", ValueReader::beginMap),
            Map.entry("union", in -> in.beginUnion(PAYMENT))));

    @ParameterizedTest
    @ValueSource(
            longs = {
                2 * BYTES_LEFT + 2, // as the head of text, one byte more than there is
                1 << 20,
                Integer.MAX_VALUE - 1,
                Integer.MAX_VALUE,
                1L << 31,
                (1L << 32) - 1,
                1L << 32, // nothing, if it were cut to an int
                (1L << 32) + 8,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                -1
            })
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void believesNoLengthThatIsBeyondTheBlock(long length) {
        WHAT_HAS_A_LENGTH.forEach((what, read) -> {
            ObjectReader in = reader(length);
            long allocated = Allocation.during(() -> assertThatThrownBy(() -> read.accept(in))
                    .as("%s of %d", what, length)
                    .isInstanceOf(CorruptShardException.class)
                    .hasMessageContaining("file is damaged")
                    .hasMessageContaining("byte"));

            assertThat(allocated).as("allocated for %s of %d", what, length).isLessThan(256 << 10);
        });
    }

    @Test
    void believesNoLengthThatPassesOverTheEnd() {
        RecordType row = RecordType.named("Row")
                .column("text", ScalarType.STRING)
                .column("bytes", ScalarType.BYTES)
                .column("decimal", ScalarType.DECIMAL)
                .build();
        List<Skip> columns = Skip.columnsOf(row);
        for (Skip column : columns) {
            for (long length : new long[] {1 << 20, Integer.MAX_VALUE, 1L << 32, Long.MAX_VALUE, -1}) {
                ObjectDecoder in = decoder(length, length);
                assertThatThrownBy(() -> column.over(in)).isInstanceOf(CorruptShardException.class);
            }
        }
    }

    @Test
    void aNumberHasAtMost64Bits() {
        for (int length = 1; length <= 12; length++) {
            byte[] bytes = new byte[length + 8];
            Arrays.fill(bytes, 0, length, (byte) 0xFF);
            bytes[length] = 2;
            ObjectDecoder in = new ObjectDecoder(new BlockRows("file", 8, bytes, bytes.length, 1), 0);
            if (length < 9) {
                assertThat(in.number()).isNotNegative();
            } else {
                assertThatThrownBy(in::number).isInstanceOf(CorruptShardException.class);
            }
        }
    }

    @Test
    void everyNumberComesBackAndNoneReachesBeyondItsBlock() {
        for (int bit = 0; bit < 64; bit++) {
            for (long around = -1; around <= 1; around++) {
                long number = (1L << bit) + around;
                TextEncoder encoder = new TextEncoder();
                encoder.signed(number);
                encoder.number(number);
                ObjectDecoder in =
                        new ObjectDecoder(new BlockRows("file", 8, encoder.array(), encoder.position(), 1), 0);
                assertThat(in.signed()).isEqualTo(number);
                assertThat(in.number()).isEqualTo(number);
                assertThat(in.left()).isZero();
                assertThatThrownBy(in::number).isInstanceOf(CorruptShardException.class);
            }
        }
    }

    private static ObjectReader reader(long length) {
        return new ObjectReader(decoder(length), null, new EnumIndexes(Set.of()), new RecentKeys());
    }

    /** A block that begins with numbers and has some bytes more. */
    private static ObjectDecoder decoder(long... numbers) {
        TextEncoder encoder = new TextEncoder();
        for (long number : numbers) {
            encoder.number(number);
        }
        encoder.append(new byte[BYTES_LEFT]);
        return new ObjectDecoder(new BlockRows("file", 8, encoder.array(), encoder.position(), 1), 0);
    }
}
