package dev.batchwright;

import java.util.Locale;

/**
 * What has become of rows that were not made by the step as it is now: those in a cache of layout version 0, and those that were kept
 * before a record changed.
 *
 * @param step the step's name
 * @param from where they are from: {@code version 0}, or the folder of the earlier fingerprint
 * @param rows how many rows there were
 * @param isAdopted whether they are the step's current output now
 * @param why why they are not, or on what they were taken
 */
public record AdoptedOutput(String step, String from, long rows, boolean isAdopted, String why) {

    /** All on one line, such as {@code keep-language: 1,204 rows adopted, on trust}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s: %,d rows %s, %s", step, rows, isAdopted ? "adopted" : "not adopted", why);
    }
}
