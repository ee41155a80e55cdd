package dev.batchwright.shard.parquet;

import java.util.Arrays;

/**
 * The distinct texts of a column in a row group, numbered in the order in which they came. Found by the text and not by its bytes: the
 * JDK keeps the hash of a text, and a text that is known need not be encoded again.
 */
final class BinaryDictionary {

    private final PlainBuffer page = new PlainBuffer();
    private final TextAppender appender;
    private String[] texts = new String[256];
    private int[] starts = new int[256];
    private int[] table = new int[1024];
    private int size;

    BinaryDictionary(TextAppender appender) {
        this.appender = appender;
    }

    /** The dictionary page, in the plain encoding. */
    PlainBuffer page() {
        return page;
    }

    int size() {
        return size;
    }

    /** The number of a text, or -1 if it is new. */
    int find(String text) {
        int slot = slot(text);
        return table[slot] - 1;
    }

    /** Adds a text that is new: gives its number. */
    int add(String text) {
        int start = page.size();
        appender.append(text, page);
        return add(text, start);
    }

    /** Adds bytes that are new, which their first form stands for: gives their number. */
    int add(String key, byte[] bytes) {
        int start = page.size();
        page.writeBytes(bytes);
        return add(key, start);
    }

    private int add(String key, int start) {
        if (size == texts.length) {
            grow();
        }
        texts[size] = key;
        starts[size] = start;
        table[slot(key)] = ++size;
        return size - 1;
    }

    /** Where the bytes of a text begin in the page, after their length. */
    int start(int number) {
        return starts[number] + Integer.BYTES;
    }

    int end(int number) {
        return number + 1 < size ? starts[number + 1] : page.size();
    }

    void clear() {
        Arrays.fill(texts, 0, size, "");
        Arrays.fill(table, 0);
        page.reset();
        size = 0;
    }

    private int slot(String text) {
        int mask = table.length - 1;
        int hash = text.hashCode() * 0x9E3779B9;
        int slot = (hash ^ hash >>> 15) & mask;
        while (table[slot] != 0 && !texts[table[slot] - 1].equals(text)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The table stays at most half full, since many texts with one hash would make each search long. */
    private void grow() {
        texts = Arrays.copyOf(texts, 2 * size);
        starts = Arrays.copyOf(starts, 2 * size);
        table = new int[8 * size];
        for (int number = 0; number < size; number++) {
            table[slot(texts[number])] = number + 1;
        }
    }
}
