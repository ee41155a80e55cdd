package dev.batchwright.engine;

import dev.batchwright.plan.Lane;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All rows that enter the chain of a shard. Where a step is read back before it runs on, its rows go in before any that it makes: so
 * what feeds it has to wait. Other feeds take turns. Used by one thread.
 */
final class Feeds implements AutoCloseable {

    private final ShardNeeds needs;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * A feed in its place.
     *
     * @param lane the lane whose rows it gives
     * @param replays whether the lane goes on with rows that it makes itself
     */
    private record Entry(Lane lane, Feed feed, boolean replays) {}

    private Feeds(ShardNeeds needs) {
        this.needs = needs;
    }

    /** Opens what is read back of a shard. */
    static Feeds ofStored(RunContext context, List<Lane> lanes, int stageShard, ShardNeeds needs, Chain chain)
            throws IOException {
        Feeds feeds = new Feeds(needs);
        try {
            for (Lane lane : lanes) {
                if (needs.loads(lane)) {
                    Feed stored = StoredFeed.open(context, lane, stageShard, needs, chain);
                    feeds.entries.add(new Entry(lane, stored, needs.runs(lane)));
                }
            }
            return feeds;
        } catch (RuntimeException e) {
            feeds.close();
            throw e;
        }
    }

    /** Adds what the head of the stage makes. */
    void addHead(Lane head, Feed feed) {
        entries.add(new Entry(head, feed, false));
    }

    /**
     * Lets feeds take turns until all have ended.
     *
     * @param between is called between two turns, and ends the task by an exception
     */
    void drain(Runnable between) {
        List<Entry> open = new ArrayList<>(entries);
        while (!open.isEmpty()) {
            between.run();
            for (Entry entry : List.copyOf(open)) {
                if (!mustWait(entry, open) && !entry.feed().advance()) {
                    open.remove(entry);
                }
            }
        }
    }

    private boolean mustWait(Entry entry, List<Entry> open) {
        for (Entry other : open) {
            boolean sameLane = other.lane().equals(entry.lane());
            if (other.replays() && (sameLane ? !entry.replays() : leadsTo(entry.lane(), other.lane()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether rows that enter at one lane come to another one. */
    private boolean leadsTo(Lane from, Lane to) {
        for (Lane consumer : from.consumers()) {
            if (needs.runs(consumer) && (consumer.equals(to) || leadsTo(consumer, to))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        for (Entry entry : entries) {
            entry.feed().close();
        }
    }
}
