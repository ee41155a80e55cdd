package dev.batchwright.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.BatchId;
import dev.batchwright.StepContext;
import dev.batchwright.shard.Everything;
import dev.batchwright.shard.EverythingGenerator;
import dev.batchwright.shard.EverythingSerializer;
import dev.batchwright.shard.ShardSerializer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetSinkTest {

    private static final List<Everything> ROWS = new EverythingGenerator(8).rows(300);

    @TempDir
    Path directory;

    record Read(Path path, ShardSerializer<Everything> rows) implements ParquetSource<Everything> {}

    record Write(Path directory, ShardSerializer<Everything> rows) implements ParquetSink<Everything> {}

    @Test
    void writesOneFileForEachBatchWhichTheSourceReads() throws Exception {
        Write sink = sink();
        sink.write(Steps.batch(ROWS.subList(0, 200)), new BatchId("write", 0, 0));
        sink.write(Steps.batch(ROWS.subList(200, 300)), new BatchId("write", 0, 1));

        assertThat(names()).containsExactly("00000-000000.parquet", "00000-000001.parquet");
        assertThat(Steps.read(new Read(directory, EverythingSerializer.INSTANCE)))
                .isEqualTo(ROWS);
    }

    @Test
    void aBatchThatIsWrittenAgainReplacesItsFile() throws Exception {
        Write sink = sink();
        BatchId id = new BatchId("write", 3, 17);
        sink.write(Steps.batch(ROWS.subList(0, 10)), id);
        byte[] first = Files.readAllBytes(directory.resolve("00003-000017.parquet"));
        sink.write(Steps.batch(ROWS.subList(0, 10)), id);

        assertThat(names()).containsExactly("00003-000017.parquet");
        assertThat(directory.resolve("00003-000017.parquet")).hasBinaryContent(first);
    }

    private Write sink() throws Exception {
        Write sink = new Write(directory, EverythingSerializer.INSTANCE);
        sink.open(new StepContext("write", 0, "f1"));
        return sink;
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
