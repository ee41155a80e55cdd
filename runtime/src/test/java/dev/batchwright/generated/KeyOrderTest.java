package dev.batchwright.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

    private record Key(String text, int number) {}

    private final KeyOrder<Key> order =
            KeyOrder.by(Key::text, KeyOrder.ofString()).thenBy(Key::number, KeyOrder.ofInt());

    @Test
    void ordersRecordsByTheirComponentsInTurn() {
        List<Key> keys = new ArrayList<>(List.of(new Key("b", 1), new Key("a", 2), new Key("a", -1)));
        keys.sort(order);

        assertThat(keys).containsExactly(new Key("a", -1), new Key("a", 2), new Key("b", 1));
    }

    @Test
    void hashesEqualKeysAlikeAndSpreadsOthers() {
        long seed = 11;
        Random random = new Random(seed);
        Integer[] shards = new Integer[8];
        Arrays.fill(shards, 0);
        for (int i = 0; i < 8000; i++) {
            Key key = new Key("k" + random.nextInt(1000), random.nextInt());
            assertThat(order.hash(new Key(key.text(), key.number()))).isEqualTo(order.hash(key));
            shards[(int) Long.remainderUnsigned(order.hash(key), shards.length)]++;
        }
        assertThat(shards).as("seed %d", seed).allMatch(rows -> rows > 800 && rows < 1200);
    }

    @Test
    void takesDecimalsThatDifferInScaleForOneKey() {
        KeyOrder<BigDecimal> decimals = KeyOrder.ofDecimal();
        BigDecimal one = new BigDecimal("1");
        BigDecimal precise = new BigDecimal("1.00");

        assertThat(decimals.compare(one, precise)).isZero();
        assertThat(decimals.hash(one)).isEqualTo(decimals.hash(precise));
    }

    /** Shards that are stored were cut by these numbers, so they may never change. */
    @Test
    void hashesAsItAlwaysHas() {
        assertThat(KeyOrder.ofString().hash("batchwright")).isEqualTo(-211782253506401846L);
        assertThat(KeyOrder.ofLong().hash(42L)).isEqualTo(-6387817139659442654L);
        assertThat(KeyOrder.ofUuid().hash(new UUID(1, 2))).isEqualTo(-1211274664761577749L);
        assertThat(order.hash(new Key("a", 2))).isEqualTo(7762231894642656240L);
    }
}
