package dev.batchwright.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The outputs that a step has had under one fingerprint. There is a second one where rows of the first had been put aside and were run
 * again: it takes the good rows of the first over, and readers see the first until it is whole. An output is named by its fingerprint
 * and, from the second on, by its edition: {@code 77b0…e1-1}.
 */
final class Editions {

    /** What names an output in metadata. */
    static final Pattern OUTPUT = Pattern.compile("[0-9a-f]{12,}(-[1-9][0-9]{0,8})?");

    /** What names its folder. */
    static final String FOLDER = "[0-9a-f]{12}(-[1-9][0-9]{0,8})?";

    private static final Pattern EDITION = Pattern.compile("-([1-9][0-9]{0,8})");

    private Editions() {}

    /** The fingerprint that an output has. */
    static String fingerprint(String output) {
        int dash = output.indexOf('-');
        return dash < 0 ? output : output.substring(0, dash);
    }

    /** The name of an output's folder: twelve digits tell fingerprints apart for people; parts and {@code step.json} carry all of them. */
    static String folderName(String output) {
        String fingerprint = fingerprint(output);
        return fingerprint.substring(0, 12) + output.substring(fingerprint.length());
    }

    /** The output that comes after another one. */
    static String next(String output) {
        String fingerprint = fingerprint(output);
        return fingerprint + "-" + (edition(output.substring(fingerprint.length())) + 1);
    }

    /** The last output of a step under a fingerprint. One without {@code step.json} has not begun. */
    static String last(Path root, String step, String fingerprint, CacheFiles files) throws IOException {
        String first = folderName(fingerprint);
        int last = 0;
        for (String name : files.list(root.resolve(step))) {
            if (name.startsWith(first)) {
                int edition = edition(name.substring(first.length()));
                if (edition > last
                        && files.list(root.resolve(step).resolve(name)).contains("step.json")) {
                    last = edition;
                }
            }
        }
        return last == 0 ? fingerprint : fingerprint + "-" + last;
    }

    private static int edition(String suffix) {
        Matcher matcher = EDITION.matcher(suffix);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
