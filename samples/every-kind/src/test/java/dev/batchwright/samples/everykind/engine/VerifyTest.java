package dev.batchwright.samples.everykind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.VerifyReport;
import dev.batchwright.VerifyReport.Damage;
import dev.batchwright.VerifyReport.Repair;
import dev.batchwright.VerifyReport.VerifiedStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code verify()} says of a cache of every kind of step; each damage is one that disks and people do. */
class VerifyTest {

    @TempDir
    Path folder;

    @BeforeEach
    void runOnce() {
        run(0);
    }

    private void run(int bonus) {
        Shop.runner(new Probe(), new ConcurrentHashMap<>(), 3, bonus).run(Shop.options(folder));
    }

    private VerifyReport verify() {
        try (Shop_TradeCache cache = Shop_TradeCache.open(folder)) {
            return cache.verify();
        }
    }

    @Test
    void findsNothingInASoundCache() throws IOException {
        VerifyReport report = verify();

        assertThat(report.isSound()).isTrue();
        assertThat(report.toString()).startsWith("cache of pipeline trade: sound");
        assertThat(report.steps()).allSatisfy(step -> {
            assertThat(step.damage()).isEmpty();
            assertThat(step.repair()).isEqualTo(Repair.NOTHING);
            assertThat(step.partsByFooter()).isZero();
        });
        assertThat(report.steps().stream().mapToLong(VerifiedStep::parts).sum())
                .isEqualTo(CacheContents.parts(folder).size());
        VerifiedStep measure = report.step("measure");
        assertThat(measure.wholeShards()).isEqualTo(measure.shards()).isPositive();
        assertThat(measure.bytesRead()).isPositive();
    }

    @Test
    void namesTheFileAndTheRowsOfABlockThatFlipped() throws IOException {
        Path part = CacheContents.part(folder, "measure", "00004.000");
        byte[] bytes = Files.readAllBytes(part);
        bytes[40] ^= 4;
        Files.write(part, bytes);

        VerifyReport report = verify();

        assertThat(report.isSound()).isFalse();
        VerifiedStep measure = report.step("measure");
        assertThat(measure.damage()).hasSize(1);
        Damage damage = measure.damage().get(0);
        assertThat(damage.shard()).isEqualTo(4);
        assertThat(damage.file()).isEqualTo(name(part));
        assertThat(damage.what()).contains("checksum").doesNotContain("next run");
        assertThat(damage.firstRow()).isZero();
        assertThat(damage.endRow()).isEqualTo(measure.repair().rows()).isPositive();
        assertThat(measure.damagedRows()).isEqualTo(damage.endRow());
        assertThat(measure.wholeShards()).isEqualTo(measure.shards() - 1);
        assertThat(measure.repair())
                .isEqualTo(new Repair(List.of(4), damage.endRow(), bytes.length, List.of("split-words")));
        assertThat(report.toString())
                .contains(name(part) + ", rows 0 to " + (damage.endRow() - 1) + ": " + damage.what())
                .contains("to mend measure, shard 4 with " + damage.endRow() + " rows")
                .contains("must be made again from split-words");
        assertThat(report.steps().stream().filter(step -> !step.isSound())).hasSize(1);
    }

    @Test
    void namesAPartThatWasCutShort() throws IOException {
        Path part = CacheContents.part(folder, "split-words", "00002.000");
        byte[] bytes = Files.readAllBytes(part);
        Files.write(part, Arrays.copyOf(bytes, bytes.length / 2));

        VerifiedStep step = verify().step("split-words");

        assertThat(step.damage()).hasSize(1);
        assertThat(step.damage().get(0).file()).isEqualTo(name(part));
        assertThat(step.damage().get(0).what()).contains("it does not end as a MessagePack part does");
        assertThat(step.repair().from()).containsExactly("read-lines", "dictate");
    }

    @Test
    void namesAPartThatIsGone() throws IOException {
        Path part = CacheContents.part(folder, "count-words", "00001.000");
        Files.delete(part);

        VerifiedStep step = verify().step("count-words");

        assertThat(step.damage()).hasSize(1);
        assertThat(step.damage().get(0).file()).startsWith("count-words/").contains("/00001.000.");
        assertThat(step.damage().get(0).what()).isEqualTo("it is missing");
        assertThat(step.damage().get(0).endRow()).isEqualTo(-1);
        assertThat(step.repair().shards()).containsExactly(1);
        assertThat(step.repair().from()).containsExactly("split-words");
    }

    @Test
    void namesAPartThatWasMovedFromElsewhere() throws IOException {
        Path part = CacheContents.part(folder, "split-words", "00002.000");
        Files.write(part, Files.readAllBytes(CacheContents.part(folder, "split-words", "00003.000")));

        assertThat(verify().step("split-words").damage())
                .singleElement()
                .extracting(Damage::what)
                .asString()
                .contains("it was moved here from another place");
    }

    @Test
    void namesTheMarkOfASink() throws IOException {
        Path mark = CacheContents.part(folder, "ship", "00000.000");
        Files.write(mark, new byte[] {'{'});

        VerifiedStep step = verify().step("ship");

        assertThat(step.damage()).hasSize(1);
        assertThat(step.damage().get(0).file()).isEqualTo(name(mark)).endsWith(".done");
    }

    @Test
    void saysThatAStepIsLostWithItsDescription() throws IOException {
        VerifiedStep before = verify().step("sum");
        Path info = CacheContents.part(folder, "sum", "step.json");
        Files.delete(info);

        VerifiedStep step = verify().step("sum");

        assertThat(step.damage()).containsExactly(new Damage(-1, name(info), 0, -1, "it is missing"));
        assertThat(step.repair().shards()).hasSize(before.shards());
        assertThat(step.wholeShards()).isZero();
        assertThat(verify().toString()).contains(name(info) + ": it is missing");
    }

    @Test
    void namesADescriptionThatCannotBeRead() throws IOException {
        Path info = CacheContents.part(folder, "sum", "step.json");
        Files.write(info, new byte[] {'{', '"'});

        assertThat(verify().step("sum").damage())
                .singleElement()
                .extracting(Damage::what)
                .asString()
                .contains("not readable");
    }

    /** It is JSON still, so that only the checksum tells. */
    @Test
    void namesADescriptionOfWhichADigitHasChanged() throws IOException {
        Path info = CacheContents.part(folder, "sum", "step.json");
        String text = Files.readString(info);
        Files.writeString(info, text.replaceFirst("\"keyedShards\" : \\d", "\"keyedShards\" : 9"));
        assertThat(Files.readString(info)).isNotEqualTo(text);

        assertThat(verify().step("sum").damage())
                .singleElement()
                .extracting(Damage::what)
                .asString()
                .contains("it does not match its checksum");
    }

    /** A run puts another output in the place of one while parts are read, and retention removes the old one. */
    @Test
    void findsNothingWhileARunReplacesWhatIsRead() throws Exception {
        for (int bonus = 1; bonus <= 3; bonus++) {
            int next = bonus;
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> run(next));
            int times = 0;
            do {
                assertThat(verify().steps())
                        .allSatisfy(step ->
                                assertThat(step.damage()).as(step.step()).isEmpty());
                times++;
            } while (!running.isDone());
            running.get(60, TimeUnit.SECONDS);
            assertThat(times).isPositive();
        }
        assertThat(verify().isSound()).isTrue();
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
