package dev.batchwright;

/**
 * Names one batch of a step, in the same way in every run over the same input.
 *
 * @param step the step's name
 * @param shard the shard, from 0
 * @param batch the batch within the shard, from 0
 */
public record BatchId(String step, int shard, long batch) {

    @Override
    public String toString() {
        return "%s/%05d/%06d".formatted(step, shard, batch);
    }
}
