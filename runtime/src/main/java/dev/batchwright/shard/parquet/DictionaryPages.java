package dev.batchwright.shard.parquet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The pages of a BINARY column that refer to a dictionary: its texts, and the numbers of those in the open page. */
final class DictionaryPages {

    private final BinaryDictionary texts;
    private final PlainBuffer encoded = new PlainBuffer();
    private final RunEncoder encoder = new RunEncoder(1, encoded);
    private int[] numbers = new int[128];
    private int count;
    private int bytesBefore;

    DictionaryPages(TextAppender appender) {
        this.texts = new BinaryDictionary(appender);
    }

    void add(String text) {
        int number = texts.find(text);
        addNumber(number < 0 ? texts.add(text) : number);
    }

    /** Adds bytes, which their first form stands for. */
    void add(String key, byte[] bytes) {
        int number = texts.find(key);
        addNumber(number < 0 ? texts.add(key, bytes) : number);
    }

    BinaryDictionary texts() {
        return texts;
    }

    /** Whether the open page has no values. */
    boolean isEmpty() {
        return count == 0;
    }

    /** About how much the open page adds: its numbers, and the texts that came up in it. */
    long pageSize() {
        return (long) count * bitWidth() / Byte.SIZE + texts.page().size() - bytesBefore;
    }

    /** The values of the open page: a byte that says how many bits a number has, and the numbers. */
    PlainBuffer encode() {
        encoded.reset();
        encoded.writeByte(bitWidth());
        encoder.setBitWidth(bitWidth());
        for (int i = 0; i < count; i++) {
            encoder.write(numbers[i]);
        }
        encoder.finish();
        return encoded;
    }

    /** The smallest and the largest text of the open page, each text looked at once. */
    @Nullable
    ValueRange range() {
        boolean[] seen = new boolean[texts.size()];
        BinaryRange range = new BinaryRange(texts.page());
        for (int i = 0; i < count; i++) {
            int number = numbers[i];
            if (!seen[number]) {
                seen[number] = true;
                range.add(texts.start(number), texts.end(number));
            }
        }
        return range.range();
    }

    void endPage() {
        count = 0;
        bytesBefore = texts.page().size();
    }

    void beginRowGroup() {
        texts.clear();
        endPage();
    }

    private void addNumber(int number) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * count);
        }
        numbers[count++] = number;
    }

    /** At least one, since some readers do not expect numbers without bits. */
    private int bitWidth() {
        return RunEncoder.bitWidth(Math.max(1, texts.size() - 1));
    }
}
