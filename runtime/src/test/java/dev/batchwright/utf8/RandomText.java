package dev.batchwright.utf8;

import java.util.Random;

/** Texts of every mixture: some hold one kind of characters, some all. */
final class RandomText {

    private RandomText() {}

    static String of(Random random, int maxCharacters) {
        StringBuilder text = new StringBuilder();
        int kinds = 1 + random.nextInt(6);
        for (int i = random.nextInt(maxCharacters); i > 0; i--) {
            text.appendCodePoint(
                    switch (random.nextInt(kinds)) {
                        case 1 -> 0x80 + random.nextInt(0x80);
                        case 2 -> 0x100 + random.nextInt(0x700);
                        case 3 -> 0x800 + random.nextInt(0xd000);
                        case 4 -> 0xe000 + random.nextInt(0x2000);
                        case 5 -> 0x10000 + random.nextInt(0x100000);
                        default -> random.nextInt(0x80);
                    });
        }
        return text.toString();
    }
}
