package dev.batchwright.shard.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskRateTest {

    private static final long MIB = 1 << 20;

    @ParameterizedTest
    @CsvSource({"3, 64", "90, 64", "91, 128", "180, 128", "182, 256", "362, 256", "363, 512", "5000, 512"})
    void measuresCoarsely(long mibASecond, long rate) {
        DiskRate measured = DiskRate.measured(mibASecond * MIB, 1_000_000_000, "test");

        assertThat(measured.bytesPerSecond()).isEqualTo(rate * MIB);
    }

    @Test
    void turnsBytesIntoTime() {
        assertThat(new DiskRate(200_000_000, "test").nanos(1_000_000)).isEqualTo(5_000_000);
    }

    @Test
    void refusesADiskThatStandsStill() {
        assertThatThrownBy(() -> new DiskRate(0, "test")).isInstanceOf(IllegalArgumentException.class);
    }
}
