package dev.batchwright.shard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.PartFooter.Digests;
import dev.batchwright.shard.PartFooter.Restart;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text form of a part's footer: one JSON object with the layout's version and the components of {@link PartFooter} by their
 * names. The same footer always gives the same text.
 */
public final class FooterJson {

    private static final JsonFactory JSON = new JsonFactory();

    private final String file;
    private final Map<String, Object> fields = new HashMap<>();
    private final List<Restart> restarts = new ArrayList<>();

    private FooterJson(String file) {
        this.file = file;
    }

    /**
     * Writes a footer.
     *
     * @param footer the footer
     * @return its text, on one line
     */
    public static String write(PartFooter footer) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("version", PartFooter.FORMAT_VERSION);
            json.writeStringField("step", footer.step());
            json.writeStringField("fingerprint", footer.fingerprint());
            json.writeNumberField("shard", footer.shard());
            json.writeNumberField("part", footer.part());
            json.writeNumberField("firstInputRow", footer.firstInputRow());
            json.writeNumberField("endInputRow", footer.endInputRow());
            json.writeNumberField("rowsBefore", footer.rowsBefore());
            json.writeNumberField("rows", footer.rows());
            json.writeStringField("schemaHash", footer.schemaHash());
            json.writeStringField("compression", footer.compression());
            json.writeBooleanField("lastPart", footer.lastPart());
            json.writeBooleanField("lastShard", footer.lastShard());
            writeRestarts(json, footer);
            writeUnlessZero(json, "digestBefore", footer.digests().before());
            writeUnlessZero(json, "digest", footer.digests().through());
            writeUnlessZero(json, "inputDigest", footer.digests().input());
            writeUnlessZero(json, "quarantined", footer.quarantined());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return text.toString();
    }

    /** What most parts have no need of is left out. */
    private static void writeRestarts(JsonGenerator json, PartFooter footer) throws IOException {
        writeUnlessZero(json, "batches", footer.batches());
        if (footer.restarts().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("restarts");
        for (Restart restart : footer.restarts()) {
            json.writeStartObject();
            json.writeStringField("step", restart.step());
            json.writeNumberField("inputRow", restart.inputRow());
            json.writeNumberField("outputRow", restart.outputRow());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeUnlessZero(JsonGenerator json, String name, long value) throws IOException {
        if (value != 0) {
            json.writeNumberField(name, value);
        }
    }

    /**
     * Reads a footer. Every field must be there once and hold a value that makes sense, and there may be no other; those that are zero
     * or empty in most parts may be missing.
     *
     * @param text the text
     * @param file how messages call the file that holds it
     * @return the footer
     * @throws CorruptShardException if it is not a footer, or one of a later version
     */
    public static PartFooter read(String text, String file) {
        FooterJson footer = new FooterJson(file);
        footer.readText(text);
        footer.checkVersion();
        return footer.build();
    }

    private void readText(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw damaged("it is not a JSON object", null);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (json.currentName().equals("restarts")) {
                    readRestarts(json);
                } else {
                    readField(json);
                }
            }
            if (json.nextToken() != null) {
                throw damaged("something follows its JSON object", null);
            }
        } catch (IOException e) {
            throw damaged("it is not valid JSON", e);
        }
    }

    private void readField(JsonParser json) throws IOException {
        String name = json.currentName();
        Object value = switch (json.nextToken()) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default ->
                throw damaged("its field '" + name + "' holds neither text nor a whole number nor a boolean", null);
        };
        if (fields.putIfAbsent(name, value) != null) {
            throw damaged("its field '" + name + "' is there twice", null);
        }
    }

    private void readRestarts(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_ARRAY || !restarts.isEmpty()) {
            throw damaged("its field 'restarts' is no list, or is there twice", null);
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            FooterJson restart = new FooterJson(file);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                restart.readField(json);
            }
            restarts.add(new Restart(
                    restart.text("step"),
                    restart.number("inputRow", Long.MAX_VALUE),
                    restart.number("outputRow", Long.MAX_VALUE)));
            restart.checkNothingLeft();
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw damaged("its field 'restarts' holds something else than objects", null);
        }
    }

    private void checkVersion() {
        long version = number("version", Long.MAX_VALUE);
        if (version != PartFooter.FORMAT_VERSION) {
            throw new CorruptShardException(
                    file + " has version " + version
                            + " of the part layout, and this version of Batchwright reads version "
                            + PartFooter.FORMAT_VERSION + ". Read it with the version that wrote it.",
                    null);
        }
    }

    private void checkNothingLeft() {
        if (!fields.isEmpty()) {
            throw damaged("it has fields that are not known: " + String.join(", ", fields.keySet()), null);
        }
    }

    private PartFooter build() {
        PartFooter footer = new PartFooter(
                text("step"),
                text("fingerprint"),
                (int) number("shard", Integer.MAX_VALUE),
                (int) number("part", Integer.MAX_VALUE),
                number("firstInputRow", Long.MAX_VALUE),
                number("endInputRow", Long.MAX_VALUE),
                number("rowsBefore", Long.MAX_VALUE),
                number("rows", Long.MAX_VALUE),
                text("schemaHash"),
                text("compression"),
                flag("lastPart"),
                flag("lastShard"),
                numberOrZero("batches"),
                restarts,
                new Digests(numberOrZero("digestBefore"), numberOrZero("digest"), numberOrZero("inputDigest")),
                numberOrZero("quarantined"));
        checkNothingLeft();
        if (footer.rows() > Long.MAX_VALUE - footer.rowsBefore()) {
            throw damaged("its numbers of rows are larger than any file", null);
        }
        if (footer.endInputRow() < footer.firstInputRow()) {
            throw damaged("its input rows end before they begin", null);
        }
        return footer;
    }

    private String text(String name) {
        if (fields.remove(name) instanceof String text) {
            return text;
        }
        throw damaged("its field '" + name + "' is missing or not text", null);
    }

    private boolean flag(String name) {
        if (fields.remove(name) instanceof Boolean flag) {
            return flag;
        }
        throw damaged("its field '" + name + "' is missing or not a boolean", null);
    }

    private long number(String name, long largest) {
        if (fields.remove(name) instanceof Long number && number >= 0 && number <= largest) {
            return number;
        }
        throw damaged("its field '" + name + "' is missing or not a number from 0 to " + largest, null);
    }

    private long numberOrZero(String name) {
        return fields.containsKey(name) ? number(name, Long.MAX_VALUE) : 0;
    }

    private CorruptShardException damaged(String what, @Nullable Throwable cause) {
        return new CorruptShardException(
                "The footer of " + file + " is damaged: " + what
                        + ". A run with RunOptions.verify(true) makes it again.",
                file,
                cause);
    }
}
