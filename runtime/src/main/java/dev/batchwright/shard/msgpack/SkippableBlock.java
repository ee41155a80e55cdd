package dev.batchwright.shard.msgpack;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.block.BlockRows;
import dev.batchwright.shard.block.CheckedBlock;

/** A place within a block of MessagePack, whose values can be passed over without being decoded. */
abstract class SkippableBlock extends CheckedBlock {

    SkippableBlock(BlockRows block, int position) {
        super(block, position);
    }

    /** Goes past a value, whatever it is. */
    final void skip() {
        // Counted instead of recursive: no nesting that a file claims can exhaust the stack.
        for (long values = 1; values > 0; values--) {
            values += skipOne();
        }
    }

    /** Goes past a value but for what it holds, and tells how many values that is. */
    private long skipOne() {
        int head = head();
        if (head < 0x80 || head >= 0xE0) {
            return 0;
        }
        if (head <= 0x8F) {
            return 2L * entries(head & 0x0F);
        }
        if (head <= 0x9F) {
            return available(head & 0x0F);
        }
        if (head <= 0xBF) {
            take(head & 0x1F);
            return 0;
        }
        return skipLong(head);
    }

    private long skipLong(int head) {
        switch (head) {
            case 0xC0, 0xC2, 0xC3 -> {}
            case 0xCC, 0xD0 -> take(1);
            case 0xCD, 0xD1, 0xD4 -> take(2);
            case 0xD5 -> take(3);
            case 0xCA, 0xCE, 0xD2 -> take(4);
            case 0xD6 -> take(5);
            case 0xCB, 0xCF, 0xD3 -> take(8);
            case 0xD7 -> take(9);
            case 0xD8 -> take(17);
            case 0xC4, 0xD9 -> take(data[take(1)] & 0xFF);
            case 0xC5, 0xDA -> take(available(unsigned16()));
            case 0xC6, 0xDB -> take(available(unsigned32()));
            case 0xC7 -> take(available(1L + (data[take(1)] & 0xFF)));
            case 0xC8 -> take(available(1L + unsigned16()));
            case 0xC9 -> take(available(1L + unsigned32()));
            case 0xDC -> {
                return available(unsigned16());
            }
            case 0xDD -> {
                return available(unsigned32());
            }
            case 0xDE -> {
                return 2L * entries(unsigned16());
            }
            case 0xDF -> {
                return 2L * entries(unsigned32());
            }
            default -> throw unexpected("a value", head);
        }
        return 0;
    }

    final int head() {
        return data[take(1)] & 0xFF;
    }

    final int unsigned16() {
        return (short) BigEndian.SHORT.get(data, take(2)) & 0xFFFF;
    }

    final long unsigned32() {
        return (int) BigEndian.INT.get(data, take(4)) & 0xFFFF_FFFFL;
    }

    final int entries(long count) {
        return available(2 * count) / 2;
    }

    final CorruptShardException unexpected(String expected, int head) {
        return corrupt(String.format("there is no %s but a value that begins with 0x%02X", expected, head));
    }
}
