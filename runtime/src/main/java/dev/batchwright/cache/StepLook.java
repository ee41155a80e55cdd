package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.VerifyReport.Damage;
import dev.batchwright.VerifyReport.Repair;
import dev.batchwright.VerifyReport.VerifiedStep;
import dev.batchwright.shard.PartCheck;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at all shards that the output of a step has. Holds what was found of one shard at a time, and of others what is wrong. */
final class StepLook {

    private final StepStore store;
    private final CacheJson json;
    private final List<Damage> damage = new ArrayList<>();
    private final List<Integer> broken = new ArrayList<>();
    private int shards;
    private long parts;
    private long partsByFooter;
    private long bytesRead;
    private long rows;
    private long bytes;

    StepLook(StepStore store, CacheJson json) {
        this.store = store;
        this.json = json;
    }

    /**
     * Looks at the step.
     *
     * @return what was found; null if the step keeps nothing in the cache
     */
    @Nullable
    VerifiedStep at(List<Integer> shardsOfOutput, @Nullable ShardSerializer<?> serializer, Origins origins)
            throws IOException {
        StepInfo info = info();
        store.accept(EarlierRows.adopted(info));
        store.list();
        boolean keepsNothing = info == null
                ? serializer == null
                        && shardsOfOutput.stream()
                                .allMatch(shard -> store.parts(shard).isEmpty())
                : info.format().isEmpty() && !info.schema().isEmpty();
        if (keepsNothing) {
            return null;
        }
        for (int shard : shardsOfOutput) {
            ShardLook look = ShardLook.at(store, shard, serializer);
            count(look);
            if (!look.isSound() || info == null) {
                damage.addAll(look.damage());
                broken.add(shard);
                rows += look.rows();
                bytes += look.bytes();
            }
        }
        Repair repair = broken.isEmpty()
                ? Repair.NOTHING
                : new Repair(broken, rows, bytes, origins.of(store.step(), store.fingerprint()));
        return new VerifiedStep(
                store.step(),
                store.fingerprint(),
                shards,
                shards - broken.size(),
                parts,
                partsByFooter,
                bytesRead,
                damage,
                repair);
    }

    private void count(ShardLook look) {
        shards++;
        for (PartLook part : look.parts()) {
            PartCheck check = part.check();
            parts += part.exists() ? 1 : 0;
            partsByFooter += check != null && check.extent() == PartCheck.Extent.FOOTER ? 1 : 0;
            bytesRead += part.bytesRead();
        }
    }

    /** Without {@code step.json} nothing says how the shards were cut, so that the next run makes all of them again. */
    private @Nullable StepInfo info() throws IOException {
        String file = store.nameOf("step.json");
        try {
            StepInfo info = json.read(store.folder().resolve("step.json"), file, StepInfo.class);
            if (info != null && info.fingerprint().equals(store.fingerprint())) {
                return info;
            }
            damage.add(new Damage(-1, file, 0, -1, info == null ? "it is missing" : "it was moved from elsewhere"));
        } catch (CacheException e) {
            damage.add(new Damage(-1, file, 0, -1, String.valueOf(e.getMessage())));
        }
        return null;
    }
}
