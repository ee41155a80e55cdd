package dev.batchwright.benchmarks.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.benchmarks.input.DocsFile;
import dev.batchwright.benchmarks.input.Size;
import dev.batchwright.benchmarks.keyed.KeyedWork.Case;
import dev.batchwright.benchmarks.keyed.KeyedWork.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyedWorkTest {

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPARK")
    void everyContenderMakesTheStatedRows(Case work) throws Exception {
        Path corpus = Path.of(System.getProperty("benchmarks.corpus"));
        Path input = work == Case.GIANT ? DocsFile.in(folder, Size.S, corpus) : DocsFile.twice(folder, Size.S, corpus);
        Path output = folder.resolve(work.name());

        KeyedWork.run(work, input, output);

        assertThat(KeyedWork.outcome(work, input, output))
                .isEqualTo(
                        work == Case.GIANT
                                ? new Outcome(Size.S.rows(), Long.toString(Size.S.sumOfCrcs()))
                                : new Outcome(Size.S.uniqueRows(), Size.S.uniqueChecksum()));
    }
}
