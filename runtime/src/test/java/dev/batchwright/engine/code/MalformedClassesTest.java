package dev.batchwright.engine.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MalformedClassesTest {

    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int MUTATIONS = 2_000;

    private static byte[] original() throws IOException {
        try (InputStream in = MalformedClassesTest.class.getResourceAsStream("MalformedClassesTest.class")) {
            return in.readAllBytes();
        }
    }

    @Test
    void haveADigestWhateverTheirBytesAre() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] original = original();
        System.out.println("MalformedClassesTest: seed " + seed);
        int[] refused = new int[1];

        assertTimeoutPreemptively(DEADLINE, () -> {
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] mutated = mutated(original, random);
                assertThat(ClassCode.digest(mutated))
                        .as("seed %s, mutation %s", seed, i)
                        .hasSize(32);
                refused[0] += isRefused(mutated) ? 1 : 0;
            }
        });
        // Both ways are taken.
        assertThat(refused[0]).isBetween(1, MUTATIONS - 1);
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] mutated = original.clone();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            mutated[random.nextInt(mutated.length)] = (byte) (random.nextBoolean() ? random.nextInt() : -1);
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(mutated, random.nextInt(mutated.length)) : mutated;
    }

    private static boolean isRefused(byte[] file) {
        try {
            ClassFile.sum(file);
            return false;
        } catch (MalformedClassException e) {
            return true;
        }
    }

    @Test
    void countWithAllTheirBytes() throws IOException {
        byte[] longer = Arrays.copyOf(original(), original().length + 1);
        byte[] other = longer.clone();
        other[longer.length - 1] = 1;

        assertThatThrownBy(() -> ClassFile.sum(longer)).isInstanceOf(MalformedClassException.class);
        assertThat(ClassCode.digest(longer)).isEqualTo(ClassCode.digest(longer.clone()));
        assertThat(ClassCode.digest(longer)).isNotEqualTo(ClassCode.digest(other));
    }

    @Test
    void areThoseOfALaterJavaToo() throws IOException {
        byte[] later = original();
        later[7] = 70;

        assertThatThrownBy(() -> ClassFile.sum(later)).hasMessageContaining("version 70");
    }

    @Test
    void areNoLongerWorkForConstantsThatReferToEachOtherInManyWays() {
        assertTimeoutPreemptively(
                DEADLINE,
                () -> assertThat(isRefused(entangled(20, 1_000, false))).isFalse());
    }

    @Test
    void areThoseWhoseConstantsContainThemselves() {
        assertTimeoutPreemptively(
                DEADLINE,
                () -> assertThat(isRefused(entangled(20, 1_000, true))).isTrue());
    }

    /** A class whose name is a dynamic constant, that has another one many times as an argument, which has another, and so on. */
    private static byte[] entangled(int levels, int arguments, boolean endless) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0xCAFE_BABE_0000_0037L);
        out.writeShort(levels + 3);
        for (int i = 0; i < levels; i++) { // Constants 1 to levels
            out.writeByte(ConstantPool.DYNAMIC);
            out.writeShort(i);
            out.writeShort(levels + 1);
        }
        out.writeByte(ConstantPool.UTF8); // Constant levels + 1, for whatever has to be there
        out.writeUTF("x");
        out.writeByte(ConstantPool.UTF8);
        out.writeUTF(Attributes.BOOTSTRAP_METHODS);
        out.writeShort(0);
        out.writeShort(1); // this_class
        for (int i = 0; i < 4; i++) {
            out.writeShort(0); // No superclass, interfaces, fields and methods
        }
        out.writeShort(1);
        out.writeShort(levels + 2);
        out.writeInt(2 + levels * (4 + 2 * arguments));
        out.writeShort(levels);
        for (int i = 0; i < levels; i++) {
            out.writeShort(levels + 1);
            out.writeShort(arguments);
            for (int j = 0; j < arguments; j++) {
                out.writeShort(i + 1 < levels ? i + 2 : endless ? 1 : levels + 1);
            }
        }
        return bytes.toByteArray();
    }
}
