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

/** Rows of two records must never stand side by side where that would lose or double a group. */
class EvolvedGroupsTest {

    @TempDir
    Path folder;

    private Sales sales;

    @BeforeEach
    void keepRowsOfTheEarlierRecord() throws Exception {
        sales = new Sales(folder);
        sales.run(Sales.SOURCE, false);
    }

    @Test
    void keepsAllGroupsWhereAllAreThere() throws Exception {
        RunReport report = sales.run(Sales.NEWER, true);

        assertThat(Shop.ran(report)).isEmpty();
        assertThat(report.adopted()).hasSize(3).allMatch(AdoptedOutput::isAdopted);
        assertThat(sales.read("read", Sales.NEWER)).hasSize(Sales.GROUPS).isEqualTo(sales.madeAnew());
    }

    @Test
    void makesAllGroupsAnewWhereSomeWereMissing() throws Exception {
        Files.delete(sales.parts("add").get(1));

        RunReport report = sales.run(Sales.NEWER, true);

        assertThat(Shop.ran(report)).containsExactly("add");
        assertThat(report.adopted())
                .anyMatch(rows -> rows.step().equals("add")
                        && !rows.isAdopted()
                        && rows.why().contains("groups are missing"));
        assertThat(sales.read("read", Sales.NEWER)).hasSize(Sales.GROUPS).isEqualTo(sales.madeAnew());
    }

    @Test
    void makesAllGroupsAnewWhereSomeAreLostLater() throws Exception {
        List<Path> before = sales.parts("add");
        sales.run(Sales.NEWER, true);
        List<Path> adopted = sales.parts("add").stream()
                .filter(part -> !before.contains(part))
                .toList();
        assertThat(adopted).hasSize(4);
        Files.delete(adopted.get(2));

        RunReport report = sales.run(Sales.NEWER, false);

        assertThat(Shop.ran(report)).containsExactly("add");
        assertThat(report.step("add").calls()).isEqualTo(Sales.GROUPS);
        assertThat(sales.read("read", Sales.NEWER)).hasSize(Sales.GROUPS).isEqualTo(sales.madeAnew());
        assertThat(Shop.ran(sales.run(Sales.SOURCE, false))).isEmpty();
    }

    @Test
    void keepsAllGroupsThroughOneChangeAfterTheOther() throws Exception {
        String newest = Sales.NEWER
                .replace("long sales)", "long sales, @Nullable String note)")
                .replace("group.stream().count())", "group.stream().count(), null)");
        sales.run(Sales.NEWER, true);

        RunReport report = sales.run(newest, true);

        assertThat(Shop.ran(report)).isEmpty();
        assertThat(report.adopted()).anyMatch(rows -> rows.step().equals("add") && rows.isAdopted());
        assertThat(sales.read("read", newest)).hasSize(Sales.GROUPS).contains("Sum[article=1.0, sales=10, note=null]");
    }
}
