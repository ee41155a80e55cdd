package dev.batchwright.shard.parquet;

import dev.batchwright.shaded.parquet.format.PageHeader;
import dev.batchwright.shaded.parquet.format.Util;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

/** Damages pages so that their checksums still hold. */
final class PageForger {

    private PageForger() {}

    /** Changes some bytes of one page, and its last four so that the checksum stays the same. */
    static void damageOne(byte[] file, int end, Random random) throws IOException {
        int page = random.nextInt(pages(file, end, -1, random));
        pages(file, end, page, random);
    }

    private static int pages(byte[] file, int end, int wanted, Random random) throws IOException {
        int found = 0;
        int at = 4;
        while (at < end) {
            ByteArrayInputStream in = new ByteArrayInputStream(file, at, end - at);
            PageHeader header = Util.readPageHeader(in);
            int start = end - in.available();
            int length = header.getCompressed_page_size();
            if (found == wanted && length > 8) {
                for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                    file[start + random.nextInt(length - 4)] = (byte) random.nextInt(256);
                }
                keepChecksum(file, start, length, header.getCrc());
            }
            found++;
            at = start + length;
        }
        return found;
    }

    /**
     * Sets the last four bytes so that the checksum becomes the wanted one: runs the register backwards, as in "Reversing CRC, Theory
     * and Practice", Stigge and others, 2006.
     */
    private static void keepChecksum(byte[] file, int start, int length, int wanted) {
        int[] table = new int[256];
        Arrays.setAll(table, PageForger::entry);
        int backwards = ~wanted;
        int[] entries = new int[4];
        for (int i = 3; i >= 0; i--) {
            int top = backwards >>> 24;
            for (int entry = 0; entry < 256; entry++) {
                if (table[entry] >>> 24 == top) {
                    entries[i] = entry;
                }
            }
            backwards = (backwards ^ table[entries[i]]) << 8;
        }
        CRC32 forwards = new CRC32();
        forwards.update(file, start, length - 4);
        int register = ~(int) forwards.getValue();
        for (int i = 0; i < 4; i++) {
            file[start + length - 4 + i] = (byte) (register ^ entries[i]);
            register = register >>> 8 ^ table[entries[i]];
        }
        CRC32 check = new CRC32();
        check.update(file, start, length);
        if ((int) check.getValue() != wanted) {
            throw new AssertionError("The checksum was not kept");
        }
    }

    private static int entry(int index) {
        int register = index;
        for (int bit = 0; bit < 8; bit++) {
            register = (register & 1) == 0 ? register >>> 1 : register >>> 1 ^ 0xEDB88320;
        }
        return register;
    }
}
