package dev.batchwright.processor.rerun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.AdoptedOutput;
import dev.batchwright.PipelinePlan;
import dev.batchwright.RunReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run keeps of rows whose record has changed, where it is told to, and what it makes anew. */
class EvolvedRunTest {

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = new Shop(folder);
    }

    @Test
    void keepsAllRowsWhereOnlyARecordHasGrownAndItIsToldTo() throws Exception {
        assertThat(Shop.ran(shop.run(Shop.SOURCE, false))).isEqualTo(Shop.STEPS);

        RunReport report = shop.run(Shop.NEWER, true);

        assertThat(Shop.ran(report)).isEmpty();
        assertThat(shop.rows(Shop.NEWER)).isEqualTo(shop.madeAnew(Shop.NEWER));
        assertThat(Shop.adopted(report))
                .containsExactly(
                        "measure: 200 rows adopted, on trust: column length was int and is long; column tongue is new;"
                                + " its code has changed, and is taken to do the same",
                        "embed: 200 rows adopted, on trust: rows of step pass are kept; column length was int and is"
                                + " long; column tongue is new",
                        "count: 1 rows adopted, on trust: rows of step embed are kept; column length was int and is"
                                + " long; column tongue is new");
        assertThat(report.toString()).contains("measure: 200 rows adopted, on trust");
        assertThat(report.step("measure").why()).startsWith("changed: code, output schema; rows of ");
        shop.assertSound(Shop.NEWER);
        RunReport again = shop.run(Shop.NEWER, false);
        assertThat(Shop.ran(again)).isEmpty();
        assertThat(again.adopted()).isEmpty();
        assertThat(again.steps()).allMatch(step -> step.why().equals("unchanged"));
    }

    @Test
    void makesThemAnewWhereItIsNotToldToAndSaysThatItCouldBe() throws Exception {
        shop.run(Shop.SOURCE, false);

        RunReport report = shop.run(Shop.NEWER, false);

        assertThat(Shop.ran(report)).isEqualTo(Shop.STEPS.subList(1, Shop.STEPS.size()));
        assertThat(report.adopted()).isEmpty();
        assertThat(report.step("measure").why()).contains("can be taken over with RunOptions.evolveRows(true)");
        assertThat(report.step("embed").why()).contains("can be taken over with RunOptions.evolveRows(true)");
        assertThat(shop.parts("measure")).hasSize(22);
    }

    @Test
    void saysBeforehandWhatItWouldDo() throws Exception {
        shop.run(Shop.SOURCE, false);

        PipelinePlan without = (PipelinePlan) shop.compiled(Shop.NEWER).call("plan", shop.cache(), shop.input(), false);
        PipelinePlan with = (PipelinePlan) shop.compiled(Shop.NEWER).call("plan", shop.cache(), shop.input(), true);

        assertThat(without.adoptions()).hasSize(3).allMatch(line -> line.contains(" can be taken over with "));
        assertThat(with.adoptions()).hasSize(3).allMatch(line -> line.contains(" are taken over: "));
        assertThat(with.toString()).contains("measure: rows of ");
        assertThat(((PipelinePlan) shop.compiled(Shop.SOURCE).call("plan", shop.cache(), shop.input(), true))
                        .adoptions())
                .isEmpty();
    }

    @Test
    void keepsRowsThroughOneChangeAfterTheOther() throws Exception {
        shop.run(Shop.SOURCE, false);
        shop.run(Shop.NEWER, true);

        RunReport report = shop.run(Shop.NEWEST, true);

        assertThat(Shop.ran(report)).isEmpty();
        assertThat(report.adopted()).hasSize(3).allMatch(AdoptedOutput::isAdopted);
        assertThat(shop.rows(Shop.NEWEST)).isEqualTo(shop.madeAnew(Shop.NEWEST));
        shop.assertSound(Shop.NEWEST);
    }

    @Test
    void goesBackToTheEarlierRecordWithoutMakingARow() throws Exception {
        shop.run(Shop.SOURCE, false);
        List<?> before = shop.rows(Shop.SOURCE);
        shop.run(Shop.NEWER, true);

        RunReport report = shop.run(Shop.SOURCE, true);

        assertThat(Shop.ran(report)).isEmpty();
        assertThat(report.adopted()).isEmpty();
        assertThat(shop.rows(Shop.SOURCE)).isEqualTo(before);
        assertThat(Shop.ran(shop.run(Shop.NEWER, false))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "record Measure()  # record Measure(int more) # measure # config more has changed",
                "@BatchSize(20)    # @BatchSize(25)           # measure # batch size has changed",
                "@Step(persist     # @Step(version=\"2\", persist # measure # version has changed",
                "new Line(offset, line) # new Line(2 * offset, line) # read-lines # its code has changed, and not its records",
                "new Line(offset, line) # new Line(2 * offset, line) # measure # rows of step read-lines before it are others",
                "Total(long words) # Total(long words, String more) # count # column more is new, and is neither"
                        + " @Nullable nor an Optional",
                "long length)      # short length)            # measure # column length was int and is short"
            })
    void makesAnewWhateverElseHasChangedAndSaysWhat(String from, String to, String step, String why) throws Exception {
        shop.run(Shop.SOURCE, false);
        String changed = Shop.NEWER
                .replace(from, to)
                .replace(
                        "@Nullable String tongue",
                        to.startsWith("short") ? "@Nullable Short tongue" : "@Nullable String tongue")
                .replace(
                        "new Word(null, line.text(), line.text().length())",
                        to.startsWith("short")
                                ? "new Word(null, line.text(), (short) line.text().length())"
                                : "new Word(null, line.text(), line.text().length())")
                .replace(
                        "new Total(all.stream().count())",
                        to.startsWith("Total")
                                ? "new Total(all.stream().count(), \"\")"
                                : "new Total(all.stream().count())")
                .replace(
                        "new ReadLines(input))",
                        to.startsWith("record")
                                ? "new ReadLines(input)).measure(new Measure(1))"
                                : "new ReadLines(input))");

        RunReport report = shop.run(changed, true);

        assertThat(Shop.ran(report)).contains(step);
        assertThat(Shop.adopted(report))
                .anyMatch(line -> line.startsWith(step + ": 0 rows not adopted, as ") && line.contains(why));
        assertThat(shop.rows(changed)).isEqualTo(shop.madeAnew(changed));
    }

    @Test
    void handsASinkTheRowsAgainOnlyWhereItsCodeIsAnother() throws Exception {
        shop.run(Shop.SOURCE, false);
        assertThat(shop.run(Shop.NEWER, true).step("tell").calls()).isZero();

        RunReport report =
                shop.run(Shop.NEWEST.replace("BatchId id) {}", "BatchId id) {\n batch.get(0).note();\n}"), true);

        assertThat(Shop.ran(report)).containsExactly("tell");
        assertThat(report.step("tell").calls()).isEqualTo(Shop.LINES / 20);
    }
}
