package dev.batchwright.processor.page;

import java.util.Locale;

/** Numbers as people read them. */
final class Quantity {

    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private Quantity() {}

    /** A number with its thousands set apart. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A number of bytes in the largest unit of which there is at least one. */
    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        String text = String.format(Locale.ROOT, unit == 0 || value >= 100 ? "%,.0f" : "%.1f", value);
        return text.replaceFirst("\\.0$", "") + " " + (bytes == 1 ? "byte" : UNITS[unit]);
    }
}
