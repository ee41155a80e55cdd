package dev.batchwright.utf8;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteScanTest {

    @Test
    void findsEveryByteAtEveryPlace() {
        for (int length = 0; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                for (byte around : new byte[] {0, 1, 9, 11, -1, -128, 127, -118}) {
                    byte[] bytes = new byte[length];
                    java.util.Arrays.fill(bytes, around);
                    bytes[at] = '\n';
                    assertThat(ByteScan.indexOf((byte) '\n', bytes, 0, length)).isEqualTo(at);
                    assertThat(ByteScan.indexOf((byte) '\n', bytes, at + 1, length))
                            .isEqualTo(-1);
                    assertThat(ByteScan.indexOf((byte) '\n', bytes, 0, at)).isEqualTo(-1);
                }
            }
        }
    }
}
