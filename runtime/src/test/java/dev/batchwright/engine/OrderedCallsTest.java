package dev.batchwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Output;
import dev.batchwright.engine.OrderedCalls.Call;
import dev.batchwright.engine.OrderedCalls.Ended;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OrderedCallsTest {

    private final List<CompletableFuture<Ended<Object>>> running = new ArrayList<>();
    private final List<Ended<Object>> handedOn = new ArrayList<>();
    private final OrderedCalls<Object> calls =
            new OrderedCalls<>(new Running(), new TaskStop(new StopSignal()), handedOn::add);

    /** Calls that end when the test says so. */
    private final class Running implements OrderedCalls.Pool {

        @Override
        public int limit() {
            return 2;
        }

        @Override
        @SuppressWarnings("unchecked") // the calls of this test make objects
        public <O> Future<Ended<O>> submit(long from, Call<O> call) {
            CompletableFuture<Ended<O>> future = new CompletableFuture<>();
            running.add((CompletableFuture<Ended<Object>>) (CompletableFuture<?>) future);
            return future;
        }
    }

    private record Nothing() implements Call<Object> {

        @Override
        public int rows() {
            return 1;
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void run(Output<Object> out) {}

        @Override
        public List<Call<Object>> halves() {
            return List.of();
        }
    }

    @Test
    void whoBeginsAgainWaitsForCallsThatAreRunningAndForgetsThem() throws InterruptedException {
        calls.submit(0, new Nothing());
        calls.submit(1, new Nothing());
        Thread task = new Thread(calls::awaitAll);
        task.start();

        running.get(0).completeExceptionally(new IllegalStateException("the step failed"));
        while (task.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        running.get(1).complete(Ended.of(1, new Nothing()));
        task.join(TimeUnit.SECONDS.toMillis(60));

        assertThat(task.isAlive()).isFalse();
        assertThat(handedOn).isEmpty();
        calls.drain();
        assertThat(handedOn).isEmpty();
    }
}
