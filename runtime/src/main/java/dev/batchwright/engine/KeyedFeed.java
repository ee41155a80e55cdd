package dev.batchwright.engine;

import dev.batchwright.KeyedStep;
import dev.batchwright.memory.Grouping;

/** The groups of a keyed step. */
final class KeyedFeed extends GroupFeed {

    private final KeyedStep<Object, Object, Object> user;
    private final Grouping.Groups<Object, Object> groups;

    @SuppressWarnings("unchecked") // the generated manager fixes the types of keys and rows
    KeyedFeed(
            StepRuntime step,
            int shard,
            Grouping.Groups<Object, Object> groups,
            Chain chain,
            Emitter<Object> entry,
            Start start) {
        super(step, shard, chain, entry, start);
        this.user = (KeyedStep<Object, Object, Object>) step.manager().step();
        this.groups = groups;
    }

    @Override
    boolean nextGroup() {
        return groups.next();
    }

    @Override
    Object key() {
        return groups.key();
    }

    @Override
    void call() throws Exception {
        user.process(groups.key(), watched(groups.rows()), entry());
    }

    @Override
    public void close() {
        groups.close();
    }
}
