package dev.batchwright;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as people write them. */
public final class ByteSize {

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB|TiB)");
    private static final String UNITS = "BKMGT";

    private ByteSize() {}

    /**
     * Reads a size.
     *
     * @param text a whole number and a unit, such as {@code 256MiB}; the units are B, KiB, MiB, GiB and TiB
     * @return the number of bytes
     * @throws IllegalArgumentException if the text has another form, is zero, or is too large
     */
    public static long parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a size. Write a whole number and B, KiB, MiB, GiB or TiB, such as 256MiB.");
        }
        long number = Long.parseLong(matcher.group(1));
        int shift = 10 * UNITS.indexOf(matcher.group(2).charAt(0));
        if (number == 0 || number > Long.MAX_VALUE >> shift) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a usable size. Write at least 1B, at most 8 EiB.");
        }
        return number << shift;
    }

    /**
     * Writes a size for people.
     *
     * @param bytes a number of bytes, not negative
     * @return such as {@code 512 B} or {@code 1.5 MiB}
     */
    public static String format(long bytes) {
        int unit = 0;
        double number = bytes;
        while (number >= 1024 && unit < UNITS.length() - 1) {
            number /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %siB", number, UNITS.charAt(unit));
    }
}
