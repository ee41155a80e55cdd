package dev.batchwright.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SpillPolicyTest {

    private record Holder(long spillable) implements Spillable {

        @Override
        public long spill() {
            throw new AssertionError("The policy asks nobody to spill");
        }
    }

    private static List<Long> order(long missing, Long... held) {
        return SpillPolicy.order(Arrays.stream(held).map(Holder::new).toList(), missing).stream()
                .map(Spillable::spillable)
                .toList();
    }

    @Test
    void theSmallestThatHoldsEnoughIsAskedFirst() {
        assertThat(order(10, 8L, 40L, 12L, 30L)).first().isEqualTo(12L);
    }

    @Test
    void whoHoldsJustEnoughHoldsEnough() {
        assertThat(order(12, 40L, 12L, 11L)).first().isEqualTo(12L);
    }

    @Test
    void theLargestIsAskedWhereNobodyHoldsEnough() {
        assertThat(order(100, 8L, 40L, 12L)).containsExactly(40L, 12L, 8L);
    }

    @Test
    void theOthersFollowInCaseTheFirstIsInUse() {
        assertThat(order(10, 8L, 40L, 12L, 3L)).containsExactly(12L, 40L, 8L, 3L);
    }

    @Test
    void whoHoldsNothingIsNotAsked() {
        assertThat(order(10, 0L, 5L, 0L)).containsExactly(5L);
        assertThat(order(10)).isEmpty();
    }

    @Test
    void nobodyIsAskedTwiceWhatHeHolds() {
        int[] asked = new int[1];
        Spillable changing = new Spillable() {
            @Override
            public long spillable() {
                asked[0]++;
                return 10L * asked[0];
            }

            @Override
            public long spill() {
                return 0;
            }
        };

        SpillPolicy.order(List.of(changing, new Holder(20), new Holder(30)), 15);

        assertThat(asked[0]).as("others change it while it is sorted").isOne();
    }

    @Test
    void manyAreOrderedTheSameWhateverTheirOrderWas() {
        Long[] held = LongStream.rangeClosed(1, 50).boxed().toArray(Long[]::new);
        Long[] reversed = LongStream.rangeClosed(1, 50).map(i -> 51 - i).boxed().toArray(Long[]::new);

        assertThat(order(25, held))
                .isEqualTo(order(25, reversed))
                .startsWith(25L, 26L)
                .endsWith(2L, 1L);
    }
}
