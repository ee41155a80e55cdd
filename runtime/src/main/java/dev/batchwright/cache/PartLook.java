package dev.batchwright.cache;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.PartCheck;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/**
 * What a look at all of a part has found. Damage of rows and damage of the whole are told apart, since a part without a footer does
 * not say which rows it holds.
 *
 * @param fileName the name that the part has or should have
 * @param check what was found; null where the part as a whole cannot be used
 * @param unusable why it cannot; empty where it can
 * @param bytes the length of the file; 0 where there is none
 * @param bytesRead the bytes that were read
 */
record PartLook(String fileName, @Nullable PartCheck check, String unusable, long bytes, long bytesRead) {

    /** Looks at a part. One that is gone is an answer, a disk that does not answer is not. */
    static PartLook at(StepStore store, PartName part, @Nullable ShardSerializer<?> serializer) throws IOException {
        PartInput opened;
        try {
            opened = store.open(part);
        } catch (NoSuchFileException e) {
            return missing(part.fileName());
        }
        try (CountingPartInput in = new CountingPartInput(opened)) {
            PartCheck check = null;
            String unusable = "";
            try {
                check = check(store, part, in, serializer);
                store.check(check.footer(), part);
                unusable = check.footer().quarantined() == 0
                        ? ""
                        : store.quarantine().damageBeside(check.footer());
                check = unusable.isEmpty() ? check : null;
            } catch (CorruptShardException | IllegalArgumentException e) {
                check = null;
                unusable = String.valueOf(e.getMessage());
            }
            return new PartLook(part.fileName(), check, unusable, in.length(), in.bytes());
        }
    }

    static PartLook missing(String fileName) {
        return new PartLook(fileName, null, "it is missing", 0, 0);
    }

    private static PartCheck check(
            StepStore store, PartName part, PartInput in, @Nullable ShardSerializer<?> serializer) throws IOException {
        return part.extension().equals(PartName.DONE)
                ? new PartCheck.Findings().of(DoneMark.read(in))
                : store.format(part).check(in, serializer);
    }

    boolean exists() {
        return bytes > 0 || bytesRead > 0 || check != null;
    }

    @Nullable
    PartFooter footer() {
        return check == null ? null : check.footer();
    }
}
