package dev.batchwright.generated;

import dev.batchwright.PipelineStep;
import dev.batchwright.shard.ShardSerializer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The base of the generated {@code …BatchManager} classes: everything an engine needs to know of a step, and the gathering of its
 * batches. Immutable; what gathers rows is the {@link PendingBatch} that each task takes from it.
 *
 * @param <I> the rows that the step takes; of a step with two inputs, those of the left one
 * @param <O> the rows that the step makes
 */
public abstract class BatchManager<I, O> {

    private final StepSettings settings;

    /**
     * Only for generated code.
     *
     * @param settings what the step's annotations say
     */
    protected BatchManager(StepSettings settings) {
        this.settings = settings;
    }

    /**
     * What the step's annotations say.
     *
     * @return the settings
     */
    public final StepSettings settings() {
        return settings;
    }

    /**
     * The step's name.
     *
     * @return the name
     */
    public final String name() {
        return settings.name();
    }

    /**
     * The step itself.
     *
     * @return the user's object
     */
    public abstract PipelineStep step();

    /**
     * The serializer of the rows that the step takes.
     *
     * @return the serializer, of the left input where there are two; null for a source
     */
    public abstract @Nullable ShardSerializer<I> input();

    /**
     * The serializer of the rows of the right input.
     *
     * @return the serializer; null where there is one input or none
     */
    public @Nullable ShardSerializer<?> rightInput() {
        return null;
    }

    /**
     * The serializer of the rows that the step makes.
     *
     * @return the serializer; null for a sink
     */
    public abstract @Nullable ShardSerializer<O> output();

    /**
     * How the keys of a keyed or co-group step are ordered and spread.
     *
     * @return the order; null for other steps
     */
    public @Nullable KeyOrder<?> keyOrder() {
        return null;
    }

    /**
     * Names the step's configuration value by value.
     *
     * @param configuration takes the values
     */
    public abstract void configure(Configuration configuration);

    /**
     * What the process of an isolated step is sent.
     *
     * @return the step, ready to be sent; null where it is not isolated
     */
    public @Nullable SentStep sent() {
        return null;
    }

    /**
     * Starts gathering batches.
     *
     * @return an empty batch that fills up to the step's batch size, or to one row where the step takes rows one by one
     * @throws IllegalStateException if the step is a source
     */
    public final PendingBatch<I> newBatch() {
        return newBatch(settings.batchRows(), settings.batchBytes());
    }

    /**
     * Starts gathering batches of another size than the step's own.
     *
     * @param maxRows the largest number of rows, where the step takes batches
     * @param maxBytes the largest size; a single row may have more
     * @return an empty batch
     * @throws IllegalStateException if the step is a source
     */
    public final PendingBatch<I> newBatch(int maxRows, long maxBytes) {
        ShardSerializer<I> input = input();
        if (input == null) {
            throw new IllegalStateException("Step " + name() + " is a source and takes no rows");
        }
        return new PendingBatch<>(input, settings.kind().isBatched() ? maxRows : 1, maxBytes);
    }

    /**
     * Runs the step alone over some rows, in batches of its batch size: for unit tests.
     *
     * @param rows what the step takes
     * @return what the step makes; nothing for a sink
     * @throws Exception what the step throws
     * @throws IllegalStateException if the step is a source or takes two inputs
     */
    public final List<O> process(List<I> rows) throws Exception {
        return new StandaloneRun<>(this).process(rows);
    }
}
