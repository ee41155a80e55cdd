package dev.batchwright.importer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads rows out of a JSON file, one at a time, from the place where they stand. */
final class JsonPiece implements PieceReader {

    private final JsonParser in;
    private long left;

    /** Stands before the first row of a piece, or before a later one. */
    JsonPiece(Piece.OfJson piece, long firstRow) throws IOException {
        RowList list = piece.list();
        list.file().requireUnchanged();
        in = JsonFiles.parser(list.file(), list.start(), list.end());
        left = piece.rows() - firstRow;
        try {
            if (list.start() > 0) {
                in.nextToken();
            }
            for (long i = 0; i < piece.from() + firstRow; i++) {
                in.nextToken();
                in.skipChildren();
            }
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public boolean next(RowText out) throws IOException {
        if (left == 0) {
            return false;
        }
        left--;
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("a row is not where it was");
        }
        int depth = 0;
        do {
            depth += copy(out.json());
        } while (depth > 0 && in.nextToken() != null);
        return true;
    }

    /** Copies a token, a number as it is written; gives how much deeper the next one stands. */
    private int copy(JsonGenerator out) throws IOException {
        switch (in.currentToken()) {
            case START_OBJECT -> out.writeStartObject();
            case START_ARRAY -> out.writeStartArray();
            case END_OBJECT -> out.writeEndObject();
            case END_ARRAY -> out.writeEndArray();
            case FIELD_NAME -> out.writeFieldName(in.currentName());
            case VALUE_STRING -> out.writeString(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
            case VALUE_NUMBER_INT -> out.writeNumber(in.getText());
            case VALUE_NUMBER_FLOAT -> copyFraction(out);
            case VALUE_TRUE -> out.writeBoolean(true);
            case VALUE_FALSE -> out.writeBoolean(false);
            default -> out.writeNull();
        }
        return in.currentToken().isStructStart() ? 1 : in.currentToken().isStructEnd() ? -1 : 0;
    }

    private void copyFraction(JsonGenerator out) throws IOException {
        String text = in.getText();
        if (Character.isDigit(text.charAt(text.length() - 1))) {
            out.writeNumber(text);
        } else {
            // What Python writes bare is text in standard JSON, and in the JSON that the built-in sources read.
            out.writeString(String.valueOf(in.getDoubleValue()));
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
