package dev.batchwright.io;

import dev.batchwright.schema.EnumType;
import dev.batchwright.schema.OptionalType;
import dev.batchwright.schema.RecordType;
import dev.batchwright.schema.ScalarType;
import dev.batchwright.shard.ValueReader;
import dev.batchwright.shard.ValueWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@SuppressWarnings("NullAway") // As in generated code, the reader announces every column that must not be null.
final class ScalarsSerializer extends RowSerializer<Scalars> {

    static final RecordType SCHEMA = RecordType.named("Scalars")
            .column("flag", ScalarType.BOOLEAN)
            .column("tiny", ScalarType.BYTE)
            .column("small", ScalarType.SHORT)
            .column("letter", ScalarType.CHAR)
            .column("number", ScalarType.INT)
            .column("big", ScalarType.LONG)
            .column("single", ScalarType.FLOAT)
            .column("real", ScalarType.DOUBLE)
            .column("text", ScalarType.STRING)
            .column("bytes", ScalarType.BYTES)
            .column("color", new EnumType("Color", List.of("RED", "GREEN", "BLUE")))
            .column("decimal", ScalarType.DECIMAL)
            .column("uuid", ScalarType.UUID)
            .column("instant", ScalarType.INSTANT)
            .column("date", ScalarType.DATE)
            .column("dateTime", ScalarType.DATE_TIME)
            .column("duration", ScalarType.DURATION)
            .nullable("note", ScalarType.STRING)
            .nullable("count", ScalarType.INT)
            .column("author", new OptionalType(ScalarType.STRING))
            .build();

    ScalarsSerializer() {
        super(Scalars.class, SCHEMA);
    }

    @Override
    public void write(Scalars row, ValueWriter out) {
        out.beginRecord(SCHEMA);
        out.writeBoolean(row.flag());
        out.writeByte(row.tiny());
        out.writeShort(row.small());
        out.writeChar(row.letter());
        out.writeInt(row.number());
        out.writeLong(row.big());
        out.writeFloat(row.single());
        out.writeDouble(row.real());
        out.writeString(row.text());
        out.writeBytes(row.bytes());
        out.writeEnum(row.color());
        out.writeDecimal(row.decimal());
        out.writeUuid(row.uuid());
        out.writeInstant(row.instant());
        out.writeDate(row.date());
        out.writeDateTime(row.dateTime());
        out.writeDuration(row.duration());
        if (row.note() == null) {
            out.writeNull();
        } else {
            out.writeString(row.note());
        }
        if (row.count() == null) {
            out.writeNull();
        } else {
            out.writeInt(row.count());
        }
        row.author().ifPresentOrElse(out::writeString, out::writeNull);
        out.endRecord();
    }

    @Override
    public Scalars read(ValueReader in) {
        boolean flag = false;
        byte tiny = 0;
        short small = 0;
        char letter = 0;
        int number = 0;
        long big = 0;
        float single = 0;
        double real = 0;
        String text = null;
        byte[] bytes = null;
        Scalars.Color color = null;
        BigDecimal decimal = null;
        UUID uuid = null;
        Instant instant = null;
        LocalDate date = null;
        LocalDateTime dateTime = null;
        Duration duration = null;
        String note = null;
        Integer count = null;
        Optional<String> author = Optional.empty();
        for (int column = in.beginRecord(SCHEMA); column >= 0; column = in.nextColumn()) {
            switch (column) {
                case 0 -> flag = in.readBoolean();
                case 1 -> tiny = in.readByte();
                case 2 -> small = in.readShort();
                case 3 -> letter = in.readChar();
                case 4 -> number = in.readInt();
                case 5 -> big = in.readLong();
                case 6 -> single = in.readFloat();
                case 7 -> real = in.readDouble();
                case 8 -> text = in.readString();
                case 9 -> bytes = in.readBytes();
                case 10 -> color = in.readEnum(Scalars.Color.class);
                case 11 -> decimal = in.readDecimal();
                case 12 -> uuid = in.readUuid();
                case 13 -> instant = in.readInstant();
                case 14 -> date = in.readDate();
                case 15 -> dateTime = in.readDateTime();
                case 16 -> duration = in.readDuration();
                case 17 -> note = in.readNull() ? null : in.readString();
                case 18 -> count = in.readNull() ? null : (Integer) in.readInt();
                case 19 -> author = in.readNull() ? Optional.empty() : Optional.of(in.readString());
                default -> throw new IllegalStateException("No column " + column);
            }
        }
        return new Scalars(
                flag, tiny, small, letter, number, big, single, real, text, bytes, color, decimal, uuid, instant, date,
                dateTime, duration, note, count, author);
    }
}
