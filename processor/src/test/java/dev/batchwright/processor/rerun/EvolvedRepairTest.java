package dev.batchwright.processor.rerun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.BatchwrightException;
import dev.batchwright.RunReport;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of rows of an earlier record that were taken over, where some are lost, damaged, missing or removed. */
class EvolvedRepairTest {

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = new Shop(folder);
    }

    @Test
    void makesWhatIsLostOfAdoptedRowsAgainAsTheNewRecord() throws Exception {
        shop.run(Shop.SOURCE, false);
        shop.run(Shop.NEWER, true);
        Path present = shop.present("measure");
        Path lost = shop.parts("measure").stream()
                .filter(path -> path.startsWith(present))
                .toList()
                .get(6);
        Files.delete(lost);

        RunReport report = shop.run(Shop.NEWER, false);

        assertThat(Shop.ran(report)).contains("measure");
        assertThat(report.step("measure").calls()).isBetween(1L, 4L);
        assertThat(shop.rows(Shop.NEWER)).isEqualTo(shop.madeAnew(Shop.NEWER));
        shop.assertSound(Shop.NEWER);
        assertThat(Shop.ran(shop.run(Shop.SOURCE, false))).isEmpty();
    }

    @Test
    void goesOnWithRowsOfTheEarlierRecordAfterARunThatFailed() throws Exception {
        System.setProperty("shop.bad", "120");
        try {
            assertThatThrownBy(() -> shop.run(Shop.SOURCE, false)).isInstanceOf(BatchwrightException.class);
        } finally {
            System.clearProperty("shop.bad");
        }

        RunReport report = shop.run(Shop.NEWER, true);

        assertThat(report.step("measure").calls()).isEqualTo(4);
        assertThat(Shop.adopted(report)).anyMatch(line -> line.startsWith("measure: 120 rows adopted"));
        assertThat(shop.rows(Shop.NEWER)).isEqualTo(shop.madeAnew(Shop.NEWER));
        shop.assertSound(Shop.NEWER);
        assertThat(Shop.ran(shop.run(Shop.NEWEST, true))).isEmpty();
        assertThat(shop.rows(Shop.NEWEST)).isEqualTo(shop.madeAnew(Shop.NEWEST));
    }

    @Test
    void takesThemOverThoughARunHasBegunWithoutThem() throws Exception {
        shop.run(Shop.SOURCE, false);
        System.setProperty("shop.bad", "0");
        try {
            assertThatThrownBy(() -> shop.run(Shop.NEWER, false)).isInstanceOf(BatchwrightException.class);
        } finally {
            System.clearProperty("shop.bad");
        }

        RunReport report = shop.run(Shop.NEWER, true);

        assertThat(Shop.ran(report)).isEmpty();
        assertThat(shop.rows(Shop.NEWER)).isEqualTo(shop.madeAnew(Shop.NEWER));
    }

    @Test
    void leavesRowsAloneThatItHasMadeItself() throws Exception {
        shop.run(Shop.SOURCE, false);
        shop.run(Shop.NEWER, false);
        shop.run(Shop.SOURCE, false);

        RunReport report = shop.run(Shop.NEWER, true);

        assertThat(Shop.ran(report)).isEmpty();
        assertThat(report.adopted()).isEmpty();
    }

    @Test
    void losesNothingWhenTheEarlierOutputIsRemoved() throws Exception {
        shop.run(Shop.SOURCE, false);

        RunReport report = (RunReport) shop.compiled(Shop.NEWER).call("runAndRemove", shop.cache(), shop.input());

        assertThat(report.removed()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(shop.rows(Shop.NEWER)).isEqualTo(shop.madeAnew(Shop.NEWER));
        assertThat(Shop.ran(shop.run(Shop.NEWER, false))).isEmpty();
        shop.assertSound(Shop.NEWER);
    }

    @Test
    void findsDamageInAdoptedPartsAndMakesThemAgain() throws Exception {
        shop.run(Shop.SOURCE, false);
        Path damaged = shop.parts("measure").get(0);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[100] ^= 1;
        Files.write(damaged, bytes);

        String readsMeasure = Shop.NEWER.replace("batch.forEach(out::add);", "batch.forEach(word -> out.add(word));");
        RunReport report = shop.run(
                readsMeasure.replace("@Step(format = \"msgpack\"", "@Step(version = \"2\", format = \"msgpack\""),
                true);

        assertThat(report.damage()).singleElement().asString().contains("measure/");
        assertThat(Shop.ran(report)).contains("measure", "embed");
        assertThat(Shop.adopted(report)).anyMatch(line -> line.startsWith("measure: 200 rows adopted"));
        assertThat(shop.rows(readsMeasure)).isEqualTo(shop.madeAnew(readsMeasure));
    }
}
