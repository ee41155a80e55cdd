package dev.batchwright.samples.everykind.weather;

import dev.batchwright.Batch;
import dev.batchwright.BatchId;
import dev.batchwright.Sink;
import dev.batchwright.annotation.BatchSize;
import dev.batchwright.annotation.Resource;
import dev.batchwright.annotation.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A sink: hands rows to the world outside. A batch has the same id whenever it is written, so writing it again after a crash
 * replaces its file instead of adding to it.
 *
 * @param folder where to write, a file a batch; a resource, since no row depends on it
 */
@Step
@BatchSize(3)
public record PublishRanking(@Resource Path folder) implements Sink<Rank> {

    @Override
    public void write(Batch<Rank> batch, BatchId id) throws IOException {
        Files.createDirectories(folder);
        String name = String.format(Locale.ROOT, "ranking-%05d-%06d.txt", id.shard(), id.batch());
        Files.write(
                folder.resolve(name), batch.stream().map(PublishRanking::line).toList());
    }

    private static String line(Rank rank) {
        return String.format(
                Locale.ROOT, "%d. %s (%.1f degrees below)", rank.place(), rank.name(), rank.degreesBelowWarmest());
    }
}
