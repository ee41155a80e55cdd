package dev.batchwright.memory;

import dev.batchwright.shard.CompressionSetting;
import java.util.List;

/** One compression for all files, whatever it costs. */
final class FixedCompression extends SpillCompression {

    private final SpillDecision decision;

    FixedCompression(String setting) {
        this.decision = SpillDecision.told(CompressionSetting.parse(setting));
    }

    @Override
    SpillDecision next() {
        return decision;
    }

    @Override
    boolean wantsSample() {
        return false;
    }

    @Override
    void sampled(List<SpillDecision.Figures> figures) {}

    @Override
    void written(SpillTimes.FileTimes file) {}

    @Override
    void read(long bytes, long nanos) {}
}
