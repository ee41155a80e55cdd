package dev.batchwright.shard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ColumnMemoryTest {

    private static final long LIMIT = 1 << 20;
    private static final int SIZE = 1 << 14;
    private static final int FIT = (int) (LIMIT / SIZE);

    private final ColumnMemory memory = new ColumnMemory(LIMIT, ColumnMemory.Room.UNBOUNDED);

    private static ColumnMemory.Key key(int segment) {
        return new ColumnMemory.Key("step/f1/00000.000", 0, segment, 0);
    }

    /** Reads as a segment does: asks, decodes where that is wanted, and says whether the values were there. */
    private boolean read(int segment) {
        Object found = memory.touch(key(segment));
        if (found == ColumnMemory.Absent.WANTED) {
            memory.put(key(segment), "values " + segment, SIZE);
        }
        boolean hit = !(found instanceof ColumnMemory.Absent);
        if (hit) {
            assertThat(found).isEqualTo("values " + segment);
        }
        return hit;
    }

    private int hits(int from, int to) {
        int hits = 0;
        for (int segment = from; segment < to; segment++) {
            hits += read(segment) ? 1 : 0;
        }
        return hits;
    }

    @Test
    void keepsAllWhileThereIsRoom() {
        assertThat(hits(0, FIT)).isZero();
        assertThat(hits(0, FIT)).isEqualTo(FIT);
        assertThat(memory.bytes()).isEqualTo(LIMIT);
    }

    @Test
    void onePassOverMuchMoreDisplacesNothing() {
        hits(0, FIT);
        hits(1000, 1000 + 10 * FIT);

        // Not quite all: so small a memory has few counts, and some rows of the pass share theirs with others.
        assertThat(hits(0, FIT)).isGreaterThan(FIT * 8 / 10);
    }

    @Test
    void whatIsNotKeptIsKnownBeforeItIsDecoded() {
        hits(0, FIT);

        assertThat(memory.touch(key(1000))).isSameAs(ColumnMemory.Absent.UNWANTED);
    }

    @Test
    void passesAgainAndAgainOverMuchMoreFindAsMuchAsFits() {
        for (int pass = 0; pass < 5; pass++) {
            int hits = hits(0, 4 * FIT);
            if (pass > 0) {
                assertThat(hits).as("pass %s", pass).isBetween(FIT * 9 / 10, FIT);
            }
        }
    }

    @Test
    void whatIsReadAgainAndAgainTakesTheRoomOfWhatIsNot() {
        hits(0, FIT);
        int hits = 0;
        for (int pass = 0; pass < 4; pass++) {
            hits = hits(1000, 1000 + FIT / 2);
        }

        assertThat(hits).isEqualTo(FIT / 2);
    }

    @Test
    void whatWasHotLongAgoGivesWay() {
        for (int pass = 0; pass < 20; pass++) {
            hits(0, FIT);
        }
        int hits = 0;
        for (int pass = 0; pass < 40; pass++) {
            hits = hits(1000, 1000 + FIT / 2);
        }

        assertThat(hits).isEqualTo(FIT / 2);
    }

    @Test
    void nothingTakesMoreThanAFourth() {
        memory.touch(key(0));
        memory.put(key(0), "values 0", LIMIT / 4 + 1);

        assertThat(memory.bytes()).isZero();
    }

    @Test
    void dropsAllAndGivesBackWhatItTook() {
        AtomicLong taken = new AtomicLong();
        ColumnMemory counted = new ColumnMemory(LIMIT, counting(taken, Long.MAX_VALUE));
        for (int segment = 0; segment < 3; segment++) {
            counted.touch(key(segment));
            counted.put(key(segment), "values", SIZE);
        }
        assertThat(taken).hasValue(3L * SIZE);

        assertThat(counted.drop()).isEqualTo(3L * SIZE);
        assertThat(taken).hasValue(0);
        assertThat(counted.bytes()).isZero();
        assertThat(counted.touch(key(0))).isSameAs(ColumnMemory.Absent.WANTED);
    }

    @Test
    void keepsNothingThatTheBudgetHasNoRoomFor() {
        ColumnMemory refused = new ColumnMemory(LIMIT, counting(new AtomicLong(), SIZE));
        refused.put(key(0), "values", SIZE);
        refused.put(key(1), "values", SIZE);

        assertThat(refused.bytes()).isEqualTo(SIZE);
    }

    private static ColumnMemory.Room counting(AtomicLong taken, long limit) {
        return new ColumnMemory.Room() {
            @Override
            public boolean take(long bytes) {
                if (taken.get() + bytes > limit) {
                    return false;
                }
                taken.addAndGet(bytes);
                return true;
            }

            @Override
            public void give(long bytes) {
                taken.addAndGet(-bytes);
            }
        };
    }

    @Test
    void servesSeveralThreadsWithinItsBound() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> readers = new ArrayList<>();
            for (int reader = 0; reader < 4; reader++) {
                int from = reader * FIT / 4;
                readers.add(() -> {
                    int hits = 0;
                    for (int pass = 0; pass < 200; pass++) {
                        hits += hits(from, from + FIT / 2);
                        assertThat(memory.bytes()).isBetween(0L, LIMIT);
                        if (pass % 50 == 49) {
                            memory.drop();
                        }
                    }
                    return hits;
                });
            }
            for (Future<Integer> hits : threads.invokeAll(readers)) {
                assertThat(hits.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
