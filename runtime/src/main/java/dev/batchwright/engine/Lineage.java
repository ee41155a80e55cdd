package dev.batchwright.engine;

import dev.batchwright.plan.Lane;
import dev.batchwright.plan.Stage;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.RowsDigest;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Whether the rows that are kept of a step still stem from those that are kept of the steps before it. They do not where rows had to
 * be made again, because a part was damaged or lost, and came out otherwise than before.
 */
final class Lineage {

    private final RunContext context;

    Lineage(RunContext context) {
        this.context = context;
    }

    /**
     * What a shard stems from.
     *
     * @param isWhole whether all of it is there
     * @param isKnown whether all of it has digests
     * @param digest the digest of all of it, 0 where it is nothing
     */
    record Input(boolean isWhole, boolean isKnown, long digest) {

        static final Input NOTHING = new Input(true, true, 0);

        Input and(StoredShard shard) {
            PartFooter end = shard.end();
            long other = end == null ? 0 : end.digests().through();
            return new Input(isWhole && end != null, isKnown && other != 0, RowsDigest.mix(digest, other));
        }

        Input and(Input other) {
            return new Input(
                    isWhole && other.isWhole,
                    isKnown && other.isKnown,
                    digest == 0 ? other.digest : RowsDigest.mix(digest, other.digest));
        }

        /** The digest; 0 where there is nothing, or where it is not whole or not known. */
        long digestIfKnown() {
            return isWhole && isKnown ? digest : 0;
        }
    }

    /**
     * What a part of a lane's shard says of its input. A part that is not the last one says nothing of rows that are made in the same
     * task, so that it comes out the same when it is made again alone.
     */
    long inputDigest(Lane lane, int stageShard, boolean lastPart) {
        boolean known = lastPart || lane.inputs().stream().allMatch(Lane::isStoredHead);
        return known ? input(lane, stageShard).digestIfKnown() : 0;
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
        StoredShard kept = StoredShard.of(lane, stageShard, context);
        PartFooter reached = kept.reached();
        if (reached == null) {
            return false;
        }
        long recorded = reached.digests().input();
        Input input = input(lane, stageShard);
        if (input.isWhole() && earlier.stream().noneMatch(other -> feeds(other, lane))) {
            long now = input.digestIfKnown();
            return recorded != 0 && now != 0 && recorded != now;
        }
        return kept.end() != null
                ? recorded == 0 // nobody could tell later whether the rows before it came out the same
                : isAhead(lane, Start.after(reached), stageShard, earlier);
    }

    /**
     * Whether a lane's shard is given the very rows of which an earlier output was made, so that they can be told by their places.
     *
     * @param recorded the digest of what the earlier output was made of, 0 where it is not known
     */
    boolean isGivenTheSame(Lane lane, int stageShard, long recorded) {
        Input input = input(lane, stageShard);
        long now = input.digestIfKnown();
        boolean isKnown = input.isWhole() && recorded != 0 && now != 0;
        return isKnown ? recorded == now : lane.inputs().stream().allMatch(this::isAsItWas);
    }

    /** Whether no kept row that a lane hands on is run again. */
    private boolean isAsItWas(Lane lane) {
        if (keepsRows(lane)) {
            return context.step(lane).basis() == null;
        }
        return lane.inputs().isEmpty()
                ? lane.node().inputs().stream().allMatch(input -> step(input).basis() == null)
                : lane.inputs().stream().allMatch(this::isAsItWas);
    }

    private StepRuntime step(String name) {
        return Objects.requireNonNull(context.steps().get(name), name);
    }

    /** Whether all kept shards are whole that a lane's shard stems from. */
    boolean allWhole(Lane lane, int stageShard) {
        return input(lane, stageShard).isWhole();
    }

    private static boolean feeds(Lane from, Lane to) {
        return to.inputs().contains(from) || to.inputs().stream().anyMatch(input -> feeds(from, input));
    }

    /** Whether a lane has gone on further than what is kept of those before it, which then has been lost. */
    private boolean isAhead(Lane lane, Start start, int stageShard, Set<Lane> stale) {
        for (Lane input : lane.inputs()) {
            if (keepsRows(input)) {
                PartFooter reached = stale.contains(input)
                        ? null
                        : StoredShard.of(input, stageShard, context).reached();
                if (start.inputRow() > Start.after(reached).outputRow()) {
                    return true;
                }
            } else if (isAhead(input, start.of(input.name()), stageShard, stale)) {
                return true;
            }
        }
        return false;
    }

    private Input input(Lane lane, int stageShard) {
        Input all = Input.NOTHING;
        for (Lane input : lane.inputs()) {
            all = keepsRows(input)
                    ? all.and(StoredShard.of(input, stageShard, context))
                    : all.and(input(input, stageShard));
        }
        return lane.inputs().isEmpty() ? barrierInput(lane) : all;
    }

    /** Looked up once where it is whole, since each shard of a barrier stems from all shards before it. */
    private Input barrierInput(Lane head) {
        if (head.stage().begin() != Stage.Begin.GROUPS && head.stage().begin() != Stage.Begin.ALL_ROWS) {
            return Input.NOTHING;
        }
        Input known = context.barrierInputs().get(head.stage());
        if (known != null) {
            return known;
        }
        Input all = Input.NOTHING;
        for (String input : head.node().inputs()) {
            for (int shard : context.shards().all(input)) {
                all = all.and(new StoredShard(context.step(input).store(), shard));
            }
        }
        if (all.isWhole()) {
            context.barrierInputs().put(head.stage(), all);
        }
        return all;
    }

    private static boolean keepsRows(Lane lane) {
        return lane.isStoredHead() || lane.node().persisted();
    }
}
