package dev.batchwright.processor.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rows that were put aside before their record changed. */
class EvolvedBadRowsTest {

    @TempDir
    Path folder;

    private Sales sales;

    @BeforeEach
    void keepRowsOfTheEarlierRecord() throws Exception {
        sales = new Sales(folder);
        sales.run(Sales.SOURCE, false);
    }

    @Test
    void readsRowsThatWerePutAsideAsTheNewerRecord() throws Exception {
        assertThat(sales.read("readBadRows", Sales.SOURCE))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("Sale[article=13, buyer=");

        assertThat(sales.read("readBadRows", Sales.NEWER))
                .hasSize(4)
                .first()
                .asString()
                .startsWith("Sale[article=13.0, buyer=");
    }

    @Test
    void keepsRowsThatWerePutAside() throws Exception {
        List<String> before = sales.read("readBadRows", Sales.NEWER);

        RunReport report = sales.run(Sales.NEWER, true);

        assertThat(Shop.ran(report)).isEmpty();
        assertThat(sales.parts("quarantine/check")).hasSize(2);
        assertThat(sales.read("readBadRows", Sales.NEWER)).isEqualTo(before);
        Files.delete(sales.parts("quarantine/check").get(0)); // of one of the two outputs
        assertThat(Shop.ran(sales.run(Sales.NEWER, false))).isEmpty();
    }

    @Test
    void runsRowsAgainThatWerePutAsideBeforeTheirRecordChanged() throws Exception {
        sales.run(Sales.NEWER, true);

        RunReport report = sales.runBadRowsAgain(Sales.NEWER);

        assertThat(Shop.ran(report)).containsExactly("check", "add");
        assertThat(report.step("check").calls()).isLessThan(10);
        assertThat(sales.read("readBadRows", Sales.NEWER)).isEmpty();
        assertThat(sales.read("read", Sales.NEWER)).contains("Sum[article=13.0, sales=10]");
    }

    @Test
    void keepsRowsOfAnOutputWhoseBadRowsWereRunAgain() throws Exception {
        sales.runBadRowsAgain(Sales.SOURCE);

        RunReport report = sales.run(Sales.NEWER, true);

        assertThat(Shop.ran(report)).isEmpty();
        assertThat(report.adopted()).hasSize(3).allMatch(AdoptedOutput::isAdopted);
        assertThat(report.adopted()).anyMatch(rows -> rows.from().endsWith("-1"));
        assertThat(sales.read("read", Sales.NEWER)).contains("Sum[article=13.0, sales=10]");
        assertThat(sales.read("readBadRows", Sales.NEWER)).isEmpty();
    }
}
