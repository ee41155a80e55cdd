package dev.batchwright.cache;

import dev.batchwright.CacheException;
import dev.batchwright.VerifyReport;
import dev.batchwright.VerifyReport.VerifiedStep;
import dev.batchwright.shard.ShardFormats;
import dev.batchwright.shard.ShardSerializer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads all parts that the manifest's outputs have, and says what is damaged. Needs no lock: committed parts never change, and where a
 * run has meanwhile put another output in the place of one, that one is looked at instead. Used by one thread.
 */
final class CacheCheck {

    /** A run finishes a step once; nobody finishes one so often while its parts are read. */
    private static final int TIMES = 5;

    private final Path root;
    private final String pipeline;
    private final CacheFiles files;
    private final CacheJson json;
    private final ShardFormats formats;
    private final Map<String, ShardSerializer<?>> serializers;

    CacheCheck(
            Path root,
            String pipeline,
            CacheFiles files,
            ShardFormats formats,
            Map<String, ShardSerializer<?>> serializers) {
        this.root = root;
        this.pipeline = pipeline;
        this.files = files;
        this.json = new CacheJson(files);
        this.formats = formats;
        this.serializers = serializers;
    }

    VerifyReport run() {
        try {
            List<VerifiedStep> steps = new ArrayList<>();
            for (String step : outputs().keySet()) {
                VerifiedStep found = look(step);
                if (found != null) {
                    steps.add(found);
                }
            }
            return new VerifyReport(pipeline, steps);
        } catch (IOException e) {
            throw new CacheException(
                    "The cache " + root + " cannot be read: " + e + ". Look after the disk, then verify again.", e);
        }
    }

    private Map<String, Manifest.Output> outputs() throws IOException {
        Manifest manifest = Manifest.read(root, pipeline, json);
        if (manifest == null) {
            throw new CacheException(
                    "The manifest.json of the cache " + root + " is gone."
                            + " Restore the file, or remove the cache directory to compute everything again.",
                    null);
        }
        return manifest.steps();
    }

    private @Nullable VerifiedStep look(String step) throws IOException {
        Manifest.Output output = output(step);
        for (int time = 1; ; time++) {
            VerifiedStep found = look(step, output);
            Manifest.Output now = found == null || found.isSound() ? output : output(step);
            if (now.equals(output) || time == TIMES) {
                return found;
            }
            output = now; // what vanished had been replaced
        }
    }

    private Manifest.Output output(String step) throws IOException {
        Manifest.@Nullable Output output = outputs().get(step);
        if (output == null) {
            throw new CacheException("The cache " + root + " was replaced while it was read. Verify it again.", null);
        }
        return output;
    }

    private @Nullable VerifiedStep look(String step, Manifest.Output output) throws IOException {
        StepStore store = new StepStore(root, step, output.fingerprint(), files, formats);
        List<Integer> shards =
                output.shards().stream().flatMap(ShardRange::shards).toList();
        return new StepLook(store, json).at(shards, serializers.get(step), new Origins(root, json));
    }
}
