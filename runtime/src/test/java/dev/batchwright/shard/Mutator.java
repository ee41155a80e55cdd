package dev.batchwright.shard;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Changes files at random, in the ways that disks, programs and people with bad intentions do. */
final class Mutator {

    private static final long[] ODD_NUMBERS = {
        0,
        1,
        -1,
        127,
        128,
        255,
        256,
        65_535,
        1 << 24,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    /**
     * Changes a file one to three times.
     *
     * @param file the file, which stays as it is
     * @param other another file, of which a piece may find its way into the result
     */
    byte[] mutate(byte[] file, byte[] other) {
        byte[] mutated = file.clone();
        for (int left = 1 + random.nextInt(3); left > 0 && mutated.length > 8; left--) {
            mutated = once(mutated, other);
        }
        return mutated;
    }

    private byte[] once(byte[] file, byte[] other) {
        int at = place(file);
        switch (random.nextInt(10)) {
            case 0, 1 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> file[at] = (byte) random.nextInt(256);
            case 3 -> writeNumber(file, at, ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)]);
            case 4 -> writeVarInt(file, at, ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)]);
            case 5 -> copyBlock(file, at);
            case 6 -> Arrays.fill(file, at, Math.min(file.length, at + length()), (byte) -random.nextInt(2));
            case 7 -> {
                return Arrays.copyOf(file, random.nextInt(file.length));
            }
            case 8 -> {
                return splice(file, at, at, other, Math.min(length(), other.length));
            }
            default -> {
                return splice(file, at, Math.min(file.length, at + length()), other, random.nextInt(3) * length() / 2);
            }
        }
        return file;
    }

    /** Half of the time near the end, where footers are. */
    private int place(byte[] file) {
        int last = Math.min(file.length, 400);
        return random.nextBoolean() ? random.nextInt(file.length) : file.length - 1 - random.nextInt(last);
    }

    private int length() {
        return 1 << random.nextInt(9);
    }

    private void writeNumber(byte[] file, int at, long number) {
        int width = random.nextBoolean() ? 4 : 8;
        for (int i = 0; i < width && at + i < file.length; i++) {
            file[at + i] = (byte) (number >>> (8 * i));
        }
    }

    private static void writeVarInt(byte[] file, int at, long number) {
        long left = number;
        for (int i = at; i < file.length; i++) {
            file[i] = (byte) ((left & 0x7F) | (left >>> 7 != 0 ? 0x80 : 0));
            left >>>= 7;
            if (left == 0) {
                return;
            }
        }
    }

    private void copyBlock(byte[] file, int at) {
        int from = random.nextInt(file.length);
        int count = Math.min(length(), file.length - Math.max(from, at));
        System.arraycopy(file, from, file, at, count);
    }

    /** The file with the bytes between start and end replaced by some of another. */
    private byte[] splice(byte[] file, int start, int end, byte[] other, int count) {
        int taken = Math.min(count, other.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, start);
        out.write(other, random.nextInt(other.length - taken + 1), taken);
        out.write(file, end, file.length - end);
        return out.toByteArray();
    }
}
