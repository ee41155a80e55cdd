package dev.batchwright.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;

/** How Jackson is set up. */
public final class JsonFormat {

    private static final int DEEPEST = 1_000;
    private static final int LONGEST_NUMBER = 1_000;

    /** Says which values are refused without looking at what they are. */
    public static final String LIMITS = "values nested deeper than " + DEEPEST + ", or a number of more than "
            + LONGEST_NUMBER + " characters. Write long decimals as text";

    private JsonFormat() {}

    /**
     * Makes a factory of parsers for lines that are known to be UTF-8. Names are not interned, as those of maps and of unknown
     * fields are not bounded; lengths are bounded by the line.
     */
    public static JsonFactory reading() {
        return JsonFactory.builder()
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /** Makes a generator that leaves its stream open and puts nothing between one row and the next. */
    public static JsonGenerator writing(OutputStream out) throws IOException {
        return new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setRootValueSeparator(new SerializedString(""));
    }
}
