package dev.batchwright.isolation;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.Arrays;

/**
 * Frames that go to and fro between a run and the process of an isolated step: a type, a length of four bytes, and so many bytes. Only one
 * side speaks at a time, so that the two cannot wait for one another with full buffers. Used by one thread, but for {@link #close}.
 */
final class Frames implements Closeable {

    /** Somewhat more than the longest row. */
    static final int MAX_LENGTH = (1 << 30) + (1 << 20);

    private static final int HEAD = Byte.BYTES + Integer.BYTES;
    private static final int PIECE = 1 << 16;
    private static final int KEPT = 4 << 20;

    private final ByteChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(PIECE);
    private final ByteBuffer in = ByteBuffer.allocateDirect(PIECE).limit(0);
    private byte[] payload = new byte[PIECE];
    private int length;

    Frames(ByteChannel channel) {
        this.channel = channel;
    }

    /** Writes a frame without content. */
    void write(FrameType type) throws IOException {
        write(type, new byte[0], 0);
    }

    /** Writes a frame, which may stay here until {@link #flush}. */
    void write(FrameType type, byte[] bytes, int count) throws IOException {
        writeHead(type, count);
        writeBytes(bytes, count);
    }

    /** Writes a frame with rows, and with their number at its end. */
    void writeRows(int rows, byte[] bytes, int count) throws IOException {
        writeHead(FrameType.ROWS, Integer.BYTES + count);
        writeBytes(bytes, count);
        makeRoom(Integer.BYTES);
        out.putInt(rows);
    }

    private void writeHead(FrameType type, int count) throws IOException {
        makeRoom(HEAD);
        out.put(type.code()).putInt(count);
    }

    private void writeBytes(byte[] bytes, int count) throws IOException {
        for (int at = 0; at < count; ) {
            makeRoom(1);
            int piece = Math.min(out.remaining(), count - at);
            out.put(bytes, at, piece);
            at += piece;
        }
    }

    private void makeRoom(int bytes) throws IOException {
        if (out.remaining() < bytes) {
            flush();
        }
    }

    void flush() throws IOException {
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
    }

    /**
     * Reads a frame.
     *
     * @return its type; its content stays until the next one is read
     * @throws EOFException if the other side is gone
     * @throws ProtocolException if that is no frame
     */
    FrameType read() throws IOException {
        require(HEAD);
        byte code = in.get();
        int announced = in.getInt();
        FrameType type = FrameType.of(code);
        if (type == null || announced < 0 || announced > MAX_LENGTH) {
            throw new ProtocolException("a frame of type " + code + " and length " + announced, null);
        }
        readPayload(announced);
        return type;
    }

    /** Makes room only for what has come: a length is no more than an announcement. */
    private void readPayload(int announced) throws IOException {
        if (payload.length > KEPT && announced <= KEPT) {
            payload = new byte[PIECE];
        }
        int at = 0;
        while (at < announced) {
            require(1);
            int piece = Math.min(in.remaining(), announced - at);
            if (payload.length - at < piece) {
                payload = Arrays.copyOf(payload, (int) Math.min(announced, Math.max(at + piece, 2L * payload.length)));
            }
            in.get(payload, at, piece);
            at += piece;
        }
        length = announced;
    }

    private void require(int bytes) throws IOException {
        if (in.remaining() >= bytes) {
            return;
        }
        in.compact();
        while (in.position() < bytes) {
            if (channel.read(in) < 0) {
                throw new EOFException("The other side has closed the connection");
            }
        }
        in.flip();
    }

    /** What holds the content of the frame that was read last, from the first byte on. */
    byte[] payload() {
        return payload;
    }

    /** How long that content is. */
    int length() {
        return length;
    }

    /** Reads the content of the frame that was read last, if it is short. */
    DataInputStream data() {
        return new DataInputStream(new ByteArrayInputStream(payload, 0, length));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
