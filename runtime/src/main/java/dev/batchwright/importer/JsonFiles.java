package dev.batchwright.importer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.batchwright.text.JsonFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** Opens parsers of JSON as Python writes it. */
final class JsonFiles {

    /** What is taken for a row at most, so that a damaged file is an error and not the end of the memory. */
    static final int MAX_ROW_BYTES = 64 << 20;

    private JsonFiles() {}

    /** Parses what stands between two bytes of a file. Text is checked to be UTF-8 on the way. */
    static JsonParser parser(CachedFile file, long start, long end) throws IOException {
        // Each parser has a factory of its own, so that names of one file are forgotten with it.
        JsonFactory factory = JsonFormat.reading().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());
        factory.setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(factory.streamReadConstraints().getMaxNestingDepth())
                .maxNumberLength(factory.streamReadConstraints().getMaxNumberLength())
                .maxStringLength(MAX_ROW_BYTES)
                .maxNameLength(MAX_ROW_BYTES)
                .build());
        FileChannel channel = file.open();
        try {
            return factory.createParser(new CheckedBytes(channel, start, end));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
