package dev.batchwright.shard.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.shard.CompressionSetting;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final DiskRate SLOW = new DiskRate(1_000_000, "slow");
    private static final DiskRate FAST = new DiskRate(1_000_000_000, "fast");
    private static final int ROWS = 10_000;

    private final AtomicLong clock = new AtomicLong();
    private final FakeFormat small = new FakeFormat("small", clock, 100, 5_000);
    private final FakeFormat cheap = new FakeFormat("cheap", clock, 300, 500);

    private Trial.Result run(DiskRate disk, FakeFormat ruled, FakeFormat... formats) {
        List<PartEncoding> candidates =
                Arrays.stream(formats).map(TrialTest::plain).toList();
        return trial(disk).run(candidates, plain(ruled));
    }

    private Trial trial(DiskRate disk) {
        return new Trial(new Sample<>(SizedRows.rows(ROWS), new SizedRows(400), clock::get), disk, clock::get);
    }

    private static PartEncoding plain(FakeFormat format) {
        return new PartEncoding(format, CompressionSetting.NONE);
    }

    @Test
    void takesTheSmallOneWhereTheDiskIsSlow() {
        assertThat(run(SLOW, cheap, cheap, small).chosen()).isEqualTo(plain(small));
    }

    @Test
    void takesTheCheapOneWhereTheDiskIsFast() {
        assertThat(run(FAST, small, small, cheap).chosen()).isEqualTo(plain(cheap));
    }

    @Test
    void scoresBytesTwiceAndBothTimesOnce() {
        TrialFigures figures = run(FAST, small, small, cheap).figures();

        assertThat(figures.rows()).isEqualTo(ROWS);
        assertThat(figures.disk()).isEqualTo(FAST);
        CandidateFigures best = figures.candidates().get(0);
        assertThat(best.format()).isEqualTo("cheap");
        assertThat(best.compression()).isEqualTo("none");
        assertThat(best.bytes()).isEqualTo(300 * ROWS);
        assertThat(best.encodeNanos()).isEqualTo(500 * ROWS);
        assertThat(best.decodeNanos()).isEqualTo(500 * ROWS);
        assertThat(best.scoreNanos()).isEqualTo((2 * 300 + 500 + 500) * ROWS);
    }

    @Test
    void leavesOutWhatAPartCostsWhateverItsRows() {
        cheap.withCostOfPart(1_000_000, 50_000_000);

        CandidateFigures figures =
                run(FAST, small, small, cheap).figures().candidates().get(0);

        assertThat(figures.format()).isEqualTo("cheap");
        assertThat(figures.bytes()).isEqualTo(300 * ROWS);
        assertThat(figures.encodeNanos()).isEqualTo(500 * ROWS);
    }

    @Test
    void keepsToTheRuleWhereScoresAreAsGoodAsEqual() {
        FakeFormat same = new FakeFormat("same", clock, 302, 505);

        assertThat(run(FAST, same, cheap, same).chosen()).isEqualTo(plain(same));
        assertThat(run(FAST, cheap, cheap, same).chosen()).isEqualTo(plain(cheap));
    }

    @Test
    void staysWithTheFormatOfTheRuleWhereOnlySlowCodeSpeaksAgainstIt() {
        FakeFormat ruled = new FakeFormat("ruled", clock, 100, 1_000);
        FakeFormat light = new FakeFormat("light", clock, 300, 100);

        assertThat(run(FAST, ruled, ruled, light).chosen()).isEqualTo(plain(ruled));
        assertThat(run(FAST, light, ruled, light).chosen()).isEqualTo(plain(light));
    }

    @Test
    void doesNotJudgeCodeByItsFirstCalls() {
        cheap.coldFor(3);

        assertThat(run(FAST, small, small, cheap).chosen()).isEqualTo(plain(cheap));
    }

    @Test
    void dropsWhoCannotWinForHisBytesAlone() {
        FakeFormat huge = new FakeFormat("huge", clock, 20_000, 1);

        TrialFigures figures = run(FAST, small, small, cheap, huge).figures();

        assertThat(figures.candidates().get(2).format()).isEqualTo("huge");
        assertThat(figures.candidates().get(2).rounds()).isEqualTo(1);
    }

    @Test
    void triesCompressionsOfOneFormat() {
        List<PartEncoding> candidates =
                Candidates.pairs(List.of(cheap), List.of(CompressionSetting.NONE, CompressionSetting.LZ4));

        PartEncoding chosen = trial(SLOW).run(candidates, plain(cheap)).chosen();

        assertThat(chosen).hasToString("cheap lz4");
    }

    @Test
    void leavesOutAFormatThatCannotStoreTheRows() {
        small.refusing();

        Trial.Result result = run(SLOW, small, small, cheap);

        assertThat(result.chosen()).isEqualTo(plain(cheap));
        assertThat(result.figures().candidates().get(1).failure()).contains("InvalidRowException: no");
    }

    @Test
    void choosesNothingWhereNoFormatCanStoreTheRows() {
        small.refusing();
        cheap.refusing();

        assertThat(run(SLOW, small, small, cheap).chosen()).isNull();
    }

    @Test
    void endsWhenItsTimeIsSpent() {
        FakeFormat slow = new FakeFormat("slow", clock, 100, 1_000_000);
        FakeFormat slower = new FakeFormat("slower", clock, 100, 1_100_000);

        TrialFigures figures = run(SLOW, slow, slow, slower).figures();

        assertThat(figures.candidates())
                .allSatisfy(candidate -> assertThat(candidate.rounds()).isEqualTo(3));
        assertThat(figures.cpuNanos()).isEqualTo(clock.get());
    }

    @Test
    void endsWhenTimesGetNoBetter() {
        run(FAST, small, small, cheap);

        assertThat(cheap.parts()).isLessThan(20);
    }
}
