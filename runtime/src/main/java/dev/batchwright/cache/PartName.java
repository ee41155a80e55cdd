package dev.batchwright.cache;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a part file: {@code 00003.012.parquet} is part 12 of shard 3. Only such names count; whatever else lies in a folder
 * is not data.
 */
record PartName(int shard, int part, String extension) {

    /** The extension of the mark that a sink leaves for a shard that it has written. */
    static final String DONE = "done";

    private static final Pattern FORM = Pattern.compile("(\\d{5,9})\\.(\\d{3,9})\\.([a-z0-9]+)");

    static @Nullable PartName parse(String fileName) {
        Matcher matcher = FORM.matcher(fileName);
        return matcher.matches()
                ? new PartName(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)), matcher.group(3))
                : null;
    }

    String fileName() {
        return "%05d.%03d.%s".formatted(shard, part, extension);
    }
}
