package dev.batchwright.benchmarks.auto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.batchwright.shard.choice.DiskRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a run chose, as its cache says.
 *
 * @param encoding the format and the compression
 * @param disk how fast it took the disk to be
 * @param trialSeconds the processor time that choosing took
 */
record Choice(String encoding, DiskRate disk, double trialSeconds) {

    static Choice in(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache.resolve(ShapePipeline.STEP))) {
            Path info =
                    files.filter(file -> file.endsWith("step.json")).findFirst().orElseThrow();
            JsonNode json = new ObjectMapper().readTree(info.toFile());
            JsonNode trial = json.get("trial");
            return new Choice(
                    json.get("format").asText() + " " + json.get("compression").asText(),
                    new DiskRate(
                            trial.at("/disk/bytesPerSecond").asLong(),
                            trial.at("/disk/origin").asText()),
                    trial.get("cpuNanos").asLong() / 1e9);
        }
    }
}
