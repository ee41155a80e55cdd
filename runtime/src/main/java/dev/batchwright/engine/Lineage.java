package dev.batchwright.engine;

import dev.batchwright.cache.StepStore;
import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.RowsDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the rows that are kept of a step still stem from those that are kept of the steps before it. They do not where rows had to
 * be made again, because a part was damaged or lost, and came out otherwise than before.
 */
final class Lineage {

    private final RunContext context;

    Lineage(RunContext context) {
        this.context = context;
    }

    /** A shard whose rows are kept. */
    private record Kept(StepStore store, int shard) {

        @Nullable
        PartFooter end() {
            return asking(() -> store.end(shard));
        }

        @Nullable
        PartFooter reached() {
            return asking(() -> store.reached(shard));
        }
    }

    /**
     * What a part of a lane's shard says of its input. A part that is not the last one says nothing of rows that are made in the same
     * task, so that it comes out the same when it is made again alone.
     */
    long inputDigest(Lane lane, int stageShard, boolean lastPart) {
        boolean known = lastPart || lane.inputs().stream().allMatch(Lane::isStoredHead);
        return known ? inputDigest(lane, stageShard) : 0;
    }

    /** The digest of all kept shards that a lane's shard stems from; 0 where there are none, or one is not whole or has no digest. */
    private long inputDigest(Lane lane, int stageShard) {
        long digest = 0;
        for (Kept kept : inputs(lane, stageShard)) {
            PartFooter end = kept.end();
            if (end == null || end.digests().through() == 0) {
                return 0;
            }
            digest = RowsDigest.mix(digest, end.digests().through());
        }
        return digest;
    }

    /** The lanes whose shard has to be made anew from its first row, whatever is kept of it. */
    Set<Lane> stale(Stage stage, int stageShard) {
        Set<Lane> stale = new HashSet<>();
        for (Lane lane : stage.lanes()) {
            if (!lane.isStoredHead() && context.step(lane).leavesTraces() && isStale(lane, stageShard, stale)) {
                stale.add(lane);
            }
        }
        return stale;
    }

    private boolean isStale(Lane lane, int stageShard, Set<Lane> earlier) {
        Kept kept = kept(lane, stageShard);
        PartFooter reached = kept.reached();
        if (reached == null) {
            return false;
        }
        long recorded = reached.digests().input();
        if (earlier.stream().noneMatch(other -> feeds(other, lane)) && allWhole(lane, stageShard)) {
            long now = inputDigest(lane, stageShard);
            return recorded != 0 && now != 0 && recorded != now;
        }
        return kept.end() != null
                ? recorded == 0 // nobody could tell later whether the rows before it came out the same
                : isAhead(lane, Start.after(reached), stageShard, earlier);
    }

    /** Whether all kept shards are whole that a lane's shard stems from. */
    boolean allWhole(Lane lane, int stageShard) {
        return inputs(lane, stageShard).stream().allMatch(kept -> kept.end() != null);
    }

    private static boolean feeds(Lane from, Lane to) {
        return to.inputs().contains(from) || to.inputs().stream().anyMatch(input -> feeds(from, input));
    }

    /** Whether a lane has gone on further than what is kept of those before it, which then has been lost. */
    private boolean isAhead(Lane lane, Start start, int stageShard, Set<Lane> stale) {
        for (Lane input : lane.inputs()) {
            if (keepsRows(input)) {
                PartFooter reached =
                        stale.contains(input) ? null : kept(input, stageShard).reached();
                if (start.inputRow() > Start.after(reached).outputRow()) {
                    return true;
                }
            } else if (isAhead(input, start.of(input.name()), stageShard, stale)) {
                return true;
            }
        }
        return false;
    }

    private List<Kept> inputs(Lane lane, int stageShard) {
        List<Kept> found = new ArrayList<>();
        collect(lane, stageShard, found);
        return found;
    }

    private void collect(Lane lane, int stageShard, List<Kept> found) {
        for (Lane input : lane.inputs()) {
            if (keepsRows(input)) {
                found.add(kept(input, stageShard));
            } else {
                collect(input, stageShard, found);
            }
        }
        if (lane.inputs().isEmpty()
                && (lane.stage().begin() == Stage.Begin.GROUPS || lane.stage().begin() == Stage.Begin.ALL_ROWS)) {
            for (String input : lane.node().inputs()) {
                StepStore store = context.step(input).store();
                context.shards().all(input).forEach(shard -> found.add(new Kept(store, shard)));
            }
        }
    }

    private static boolean keepsRows(Lane lane) {
        return lane.isStoredHead() || lane.node().persisted();
    }

    private Kept kept(Lane lane, int stageShard) {
        return new Kept(context.step(lane).store(), ShardNumbers.shard(lane, stageShard));
    }

    private interface Asked {
        @Nullable
        PartFooter ask() throws IOException;
    }

    private static @Nullable PartFooter asking(Asked asked) {
        try {
            return asked.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
