package dev.batchwright.engine.code;

import java.nio.charset.StandardCharsets;

/** A stretch of a class file, read from its start to its end; every length is checked against what is left. */
final class Bytes {

    private final byte[] file;
    private final int start;
    private final int end;
    private int position;

    Bytes(byte[] file) {
        this(file, 0, file.length);
    }

    private Bytes(byte[] file, int start, int end) {
        this.file = file;
        this.start = start;
        this.end = end;
        this.position = start;
    }

    int s1() {
        return file[skip(1)];
    }

    int u1() {
        return s1() & 0xff;
    }

    int u2() {
        int at = skip(2);
        return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
    }

    int s2() {
        return (short) u2();
    }

    int s4() {
        return (u2() << 16) | u2();
    }

    /** Reads a length of four bytes and as many bytes as it says. */
    Bytes sized() {
        return part(s4());
    }

    /** Reads that many bytes. */
    Bytes part(int length) {
        int at = skip(length);
        return new Bytes(file, at, at + length);
    }

    /** The same stretch, to be read from its start. */
    Bytes again() {
        return new Bytes(file, start, end);
    }

    /** Skips bytes and returns where in the file they are. */
    int skip(int length) {
        if (length < 0 || length > end - position) {
            throw new MalformedClassException("Byte " + position + " is followed by " + (end - position)
                    + " bytes, not by " + Integer.toUnsignedString(length));
        }
        position += length;
        return position - length;
    }

    /** How many bytes of this stretch were read. */
    int offset() {
        return position - start;
    }

    int length() {
        return end - start;
    }

    boolean hasMore() {
        return position < end;
    }

    void expectEnd() {
        if (hasMore()) {
            throw new MalformedClassException((end - position) + " bytes too many before byte " + end);
        }
    }

    /** The whole stretch as text; right for ASCII, and different for different bytes. */
    String text() {
        return new String(file, start, end - start, StandardCharsets.ISO_8859_1);
    }

    void addTo(Sum sum) {
        sum.bytes(file, start, end - start);
    }
}
