package dev.batchwright.io;

import dev.batchwright.BatchId;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRoundTripTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {".jsonl", ".jsonl.gz", ".jsonl.zst"})
    void aSourceReadsEveryTypeAsTheSinkWroteIt(String suffix) throws Exception {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        RandomRows random = new RandomRows(seed);
        List<Everything> rows = Stream.generate(random::everything).limit(500).toList();
        var sink = new Steps.WriteJson<>(directory, new EverythingSerializer(), suffix);

        sink.write(Steps.batch(rows.subList(0, 200)), new BatchId("write", 0, 0));
        sink.write(Steps.batch(rows.subList(200, 500)), new BatchId("write", 0, 1));

        var source = new Steps.ReadJson<>(directory, new EverythingSerializer(), 100_000);
        List<Everything> read = Steps.read(source);
        RandomRows.requireSame(read, rows);
    }
}
