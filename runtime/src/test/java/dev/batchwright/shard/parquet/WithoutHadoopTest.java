package dev.batchwright.shard.parquet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/**
 * All other tests of this package run without Hadoop and without geometry, as users do; this one makes sure that they do. Snappy's
 * library is there for a test that compares ours with it.
 */
class WithoutHadoopTest {

    @Test
    void hadoopIsNotThereForTestsToUse() {
        assertAbsent("org.apache.hadoop.conf.Configuration");
        assertAbsent("org.apache.hadoop.fs.Path");
    }

    @Test
    void norAreTheOtherLibrariesThatWeLeaveOut() {
        assertAbsent("org.locationtech.jts.geom.Geometry");
        assertAbsent("io.airlift.compress.Compressor");
    }

    private static void assertAbsent(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }
}
