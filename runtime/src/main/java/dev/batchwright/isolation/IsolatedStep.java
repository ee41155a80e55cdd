package dev.batchwright.isolation;

import dev.batchwright.BatchwrightException;
import dev.batchwright.StepContext;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.SentStep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A step of a run that is called in processes of its own, one for each thread that calls it. Safe for use by several threads.
 *
 * @param <I> the rows that it takes
 * @param <O> the rows that it makes
 */
public final class IsolatedStep<I, O> {

    private final BatchManager<I, O> manager;
    private final byte[] sent;
    private final Runnable restarted;
    private final Map<Thread, IsolatedWorker<I, O>> workers = new ConcurrentHashMap<>();

    private IsolatedStep(BatchManager<I, O> manager, byte[] sent, Runnable restarted) {
        this.manager = manager;
        this.sent = sent;
        this.restarted = restarted;
    }

    /**
     * Makes a step ready to be sent.
     *
     * @param manager the step
     * @param restarted called whenever a process has been started in place of one that has died
     * @return the step
     * @throws BatchwrightException if it holds something that cannot be sent
     */
    public static <I, O> IsolatedStep<I, O> of(BatchManager<I, O> manager, Runnable restarted) {
        return new IsolatedStep<>(manager, serialized(manager), restarted);
    }

    private static byte[] serialized(BatchManager<?, ?> manager) {
        SentStep step = Objects.requireNonNull(manager.sent(), manager.name());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(step);
        } catch (NotSerializableException e) {
            throw new BatchwrightException(
                    "Step " + manager.name() + " is isolated, but it holds a " + e.getMessage()
                            + ", which is not java.io.Serializable and cannot be sent to the step's process."
                            + " Make that class serializable, or have the step open it in open(StepContext).",
                    e);
        } catch (IOException | RuntimeException e) {
            throw new BatchwrightException(
                    "Step " + manager.name() + " is isolated, but cannot be sent to its process: " + e
                            + ". Have the step open in open(StepContext) what cannot be serialized.",
                    e);
        }
        return bytes.toByteArray();
    }

    /**
     * Starts the process of the calling thread and opens the step in it.
     *
     * @param context says which worker this is
     * @throws Exception what the step throws, or that the process cannot be started
     */
    public void open(StepContext context) throws Exception {
        IsolatedWorker<I, O> worker = new IsolatedWorker<>(manager, context, sent, restarted);
        workers.put(Thread.currentThread(), worker);
        worker.open();
    }

    /**
     * Closes the step in the process of the calling thread and ends that process.
     *
     * @throws Exception what the step throws
     */
    public void close() throws Exception {
        IsolatedWorker<I, O> worker = workers.remove(Thread.currentThread());
        if (worker != null) {
            worker.close();
        }
    }

    /** Ends all processes that are left, at once: those of threads that are not waited for any more. */
    public void kill() {
        workers.values().forEach(IsolatedWorker::kill);
    }

    /**
     * The call of the step, in the process of the thread that calls.
     *
     * @param shard where its rows come from
     * @return the call, for threads that have opened the step
     */
    public BatchCall<I, O> call(int shard) {
        return (batch, number, out) -> Objects.requireNonNull(workers.get(Thread.currentThread()), manager.name())
                .call(batch, number, shard, out);
    }
}
