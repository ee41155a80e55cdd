package dev.batchwright.processor.model;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as users write them; the same form as in {@code dev.batchwright.ByteSize}. */
public final class ByteText {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB|TiB)");
    private static final String UNITS = "BKMGT";

    private ByteText() {}

    /** A number of bytes in the largest unit that leaves a whole number. */
    public static String of(long bytes) {
        int unit = bytes == 0 ? 0 : Math.min(4, Long.numberOfTrailingZeros(bytes) / 10);
        return (bytes >> (10 * unit)) + " " + UNITS.charAt(unit) + (unit == 0 ? "" : "iB");
    }

    /** The number of bytes, or nothing if the text is not a size. */
    public static OptionalLong parse(String text) {
        Optional<Matcher> matcher = Optional.of(FORM.matcher(text.strip())).filter(Matcher::matches);
        if (matcher.isEmpty()) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(matcher.get().group(1));
        int shift = 10 * UNITS.indexOf(matcher.get().group(2).charAt(0));
        boolean usable = number > 0 && number <= Long.MAX_VALUE >> shift;
        return usable ? OptionalLong.of(number << shift) : OptionalLong.empty();
    }
}
