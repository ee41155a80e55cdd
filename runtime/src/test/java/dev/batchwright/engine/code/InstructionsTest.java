package dev.batchwright.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionsTest {

    private static byte[] sum(String code) {
        Constants none = new Constants(ConstantPool.read(new Bytes(new byte[2])), null);
        Sum sum = new Sum();
        new Instructions(new Bytes(HexFormat.of().parseHex(code.replace(" ", ""))), none).addTo(sum);
        return sum.done();
    }

    @ParameterizedTest
    @CsvSource({
        "15 05, c4 15 00 05", // iload 5
        "84 05 ff, c4 84 00 05 ff ff", // iinc 5 -1
        "a9 05, c4 a9 00 05", // ret 5
        "a7 00 03 b1, c8 00 00 00 05 b1", // goto
        "a8 00 03 b1, c9 00 00 00 05 b1", // jsr
    })
    void areTheSameWithLongOperands(String shorter, String longer) {
        assertThat(sum(longer)).isEqualTo(sum(shorter));
    }

    @ParameterizedTest
    @CsvSource({
        "15 05, 15 06",
        "10 05, 11 00 05", // bipush and sipush
        "a7 00 03 00 b1, a7 00 04 00 b1",
        "84 05 ff, 84 05 01",
        "bc 0a, bc 0b", // newarray
    })
    void areOthersWithOtherOperands(String one, String other) {
        assertThat(sum(one)).isNotEqualTo(sum(other));
    }

    @Test
    void arePaddedWithAnything() {
        String operands = "00000014 00000001 00000001 00000014 b1";

        assertThat(sum("aa ffffff" + operands)).isEqualTo(sum("aa 000000" + operands));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ca", // breakpoint
                "fe", // impdep1
                "cb",
                "c4 b1", // wide return
                "c4 c4 15 00 00", // wide wide
                "10", // bipush without its byte
                "a7 00 02 b1", // into itself
                "a7 7f ff b1", // beyond the end
                "a7 ff ff b1", // before the start
                "c8 7f ff ff ff b1",
                "12 01", // no such constant
                "aa 000000 00000010 00000002 00000001 b1", // from 2 to 1
                "aa 000000 00000010 80000000 7fffffff b1", // from the least to the greatest
                "ab 000000 00000010 ffffffff b1", // -1 pairs
                "ab 000000 00000010 7fffffff b1", // too many pairs
            })
    void areRefusedWhereTheyAreMalformed(String code) {
        assertThatThrownBy(() -> sum(code)).isInstanceOf(MalformedClassException.class);
    }

    @Test
    void areKnownUpToTheLastOpcodeThatTheSpecificationNames() {
        for (int opcode = 0; opcode < 256; opcode++) {
            assertThat(Opcode.of(opcode) == Opcode.UNKNOWN)
                    .as("opcode %s", opcode)
                    .isEqualTo(opcode > Opcode.JSR_W);
        }
    }
}
