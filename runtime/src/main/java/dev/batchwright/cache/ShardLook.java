package dev.batchwright.cache;

import dev.batchwright.VerifyReport.Damage;
import dev.batchwright.shard.PartCheck;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at all parts of a shard has found: each for itself, and whether they follow each other.
 *
 * @param shard the shard
 * @param parts its parts in order, also those that are missing between others
 * @param damage what is wrong
 */
record ShardLook(int shard, List<PartLook> parts, List<Damage> damage) {

    ShardLook {
        parts = List.copyOf(parts);
        damage = List.copyOf(damage);
    }

    static ShardLook at(StepStore store, int shard, @Nullable ShardSerializer<?> serializer) throws IOException {
        List<PartLook> parts = new ArrayList<>();
        String extension = "*";
        int next = 0;
        for (PartName part : store.parts(shard)) {
            extension = part.extension();
            for (; next < part.part(); next++) {
                parts.add(PartLook.missing(new PartName(shard, next, extension).fileName()));
            }
            parts.add(PartLook.at(store, part, serializer));
            next = part.part() + 1;
        }
        if (!endsShard(parts)) {
            parts.add(PartLook.missing(new PartName(shard, next, extension).fileName()));
        }
        return new ShardLook(shard, parts, new Findings(store, shard, parts).damage());
    }

    /** A last part that cannot be read may be the last one, and is damage enough. */
    private static boolean endsShard(List<PartLook> parts) {
        if (parts.isEmpty()) {
            return false;
        }
        PartFooter last = parts.get(parts.size() - 1).footer();
        return last == null || last.lastPart();
    }

    boolean isSound() {
        return damage.isEmpty();
    }

    long bytes() {
        return parts.stream().mapToLong(PartLook::bytes).sum();
    }

    /** How many rows it has, as far as the last part that can be read says. */
    long rows() {
        return parts.stream()
                .map(PartLook::footer)
                .mapToLong(footer -> footer == null ? 0 : footer.endRow())
                .max()
                .orElse(0);
    }

    /** Puts together what is wrong with the parts of a shard, by rows of the shard. */
    private static final class Findings {

        private final StepStore store;
        private final int shard;
        private final List<PartLook> parts;
        private final List<Damage> damage = new ArrayList<>();
        private @Nullable PartFooter before;
        private long row;

        Findings(StepStore store, int shard, List<PartLook> parts) {
            this.store = store;
            this.shard = shard;
            this.parts = parts;
        }

        List<Damage> damage() {
            for (int i = 0; i < parts.size(); i++) {
                PartLook part = parts.get(i);
                PartCheck check = part.check();
                if (check == null) {
                    add(part, row, rowAfter(i), part.unusable());
                    before = null;
                    row = Math.max(row, rowAfter(i));
                    continue;
                }
                PartFooter footer = check.footer();
                checkOrder(part, footer, i == parts.size() - 1);
                long first = footer.rowsBefore();
                check.damage().forEach(rows -> add(part, first + rows.firstRow(), first + rows.endRow(), rows.what()));
                before = footer;
                row = footer.endRow();
            }
            return damage;
        }

        private void checkOrder(PartLook part, PartFooter footer, boolean isLast) {
            PartFooter last = before;
            boolean follows = last == null
                    ? footer.part() > 0 || (footer.rowsBefore() == 0 && footer.firstInputRow() == 0)
                    : footer.rowsBefore() == last.endRow()
                            && footer.firstInputRow() == last.endInputRow()
                            && footer.digests().before() == last.digests().through();
            if (!follows) {
                add(part, footer.rowsBefore(), footer.endRow(), "its rows do not follow those of the part before it");
            }
            if (footer.lastPart() && !isLast) {
                add(part, footer.rowsBefore(), footer.endRow(), "it says that it is the last, but others follow");
            }
        }

        /** Where the part after one begins, if that can be told. */
        private long rowAfter(int part) {
            PartFooter next = part + 1 < parts.size() ? parts.get(part + 1).footer() : null;
            return next == null ? -1 : next.rowsBefore();
        }

        private void add(PartLook part, long firstRow, long endRow, String what) {
            String file = store.nameOf(part.fileName());
            damage.add(new Damage(shard, file, firstRow, endRow, plain(file, what)));
        }

        /** The line begins with the file, and the report ends with what to do. */
        private static String plain(String file, String what) {
            return what.replace(file + " is damaged: ", "")
                    .replace(". A run with RunOptions.verify(true) makes it again.", "");
        }
    }
}
