package dev.batchwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Dataset;
import dev.batchwright.memory.MemoryBudget;
import dev.batchwright.memory.SortSpace;
import dev.batchwright.memory.SortableDataset;
import dev.batchwright.memory.SpillCompression;
import dev.batchwright.memory.SpilledForm;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import dev.batchwright.shard.object.ObjectFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporarySpillsTest {

    @TempDir
    Path parent;

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(parent)) {
            return files.filter(file -> !file.equals(parent)).toList();
        }
    }

    @Test
    void rowsThatAReaderSortsGoToAFolderOfTheirOwnThatIsGoneAfterwards() throws IOException {
        List<Passage> rows = IntStream.range(0, 500).mapToObj(Passage::at).toList();
        MemoryBudget budget = new MemoryBudget(50_000);
        try (TemporarySpills spills = new TemporarySpills(parent)) {
            assertThat(left()).isEmpty();
            SortSpace<Passage> space = new SortSpace<>(
                    "read",
                    new SpilledForm<>(
                            PassageSerializer.INSTANCE, new ObjectFormat(), SpillCompression.of("auto"), spills),
                    budget,
                    () -> {});
            try (Dataset<Passage> all = new SortableDataset<>(Dataset.of(rows), space)) {
                assertThat(all.sortedBy(Passage::id, Comparator.reverseOrder()))
                        .extracting(Passage::id)
                        .startsWith(499L, 498L)
                        .endsWith(1L, 0L)
                        .hasSize(500);
                assertThat(left()).hasSizeGreaterThan(2);
            }
        }
        assertThat(left()).isEmpty();
        assertThat(budget.held()).isZero();
    }
}
