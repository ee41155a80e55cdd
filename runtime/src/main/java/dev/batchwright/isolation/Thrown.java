package dev.batchwright.isolation;

import dev.batchwright.TransferredException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a step has thrown, on its way from its process to the run: as an object where it can be made again from that, and always as its
 * text and stack, with its causes.
 */
final class Thrown {

    /** Exceptions that refer to more than this are sent without what they refer to. */
    private static final int LARGEST_OBJECT = 1 << 20;

    private static final int MOST_CAUSES = 8;
    private static final int MOST_CHARACTERS = 10_000;
    private static final int MOST_FRAMES = 1024;

    private Thrown() {}

    static byte[] encode(Throwable thrown) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBoolean(thrown instanceof Error);
        writeText(thrown, out, 0);
        byte[] object = object(thrown);
        out.writeInt(object.length);
        out.write(object);
        return bytes.toByteArray();
    }

    private static void writeText(Throwable thrown, DataOutputStream out, int depth) throws IOException {
        writeString(thrown.toString(), out);
        StackTraceElement[] stack = thrown.getStackTrace();
        int frames = Math.min(stack.length, MOST_FRAMES);
        out.writeInt(frames);
        for (int i = 0; i < frames; i++) {
            writeString(stack[i].getClassName(), out);
            writeString(stack[i].getMethodName(), out);
            writeString(stack[i].getFileName() == null ? "" : stack[i].getFileName(), out);
            out.writeInt(stack[i].getLineNumber());
        }
        Throwable cause = depth < MOST_CAUSES ? thrown.getCause() : null;
        out.writeBoolean(cause != null);
        if (cause != null) {
            writeText(cause, out, depth + 1);
        }
    }

    private static void writeString(String text, DataOutputStream out) throws IOException {
        byte[] bytes =
                text.substring(0, Math.min(text.length(), MOST_CHARACTERS)).getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Nothing where it refers to what cannot be sent: user code writes itself here, and may throw anything. */
    private static byte[] object(Throwable thrown) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new byte[0];
        }
        return bytes.size() > LARGEST_OBJECT ? new byte[0] : bytes.toByteArray();
    }

    /** What was thrown, as itself where that is possible. */
    static Throwable decode(DataInputStream in) throws IOException {
        boolean isError = in.readBoolean();
        Throwable text = readText(in, isError, 0);
        byte[] object = readBytes(in);
        Throwable itself = object.length == 0 ? null : read(object);
        return itself == null ? text : itself;
    }

    private static Throwable readText(DataInputStream in, boolean isError, int depth) throws IOException {
        String text = readString(in);
        int frames = in.readInt();
        if (frames < 0 || frames > MOST_FRAMES || depth > MOST_CAUSES) {
            throw new ProtocolException("an exception with " + frames + " frames", null);
        }
        StackTraceElement[] stack = new StackTraceElement[frames];
        for (int i = 0; i < frames; i++) {
            stack[i] = new StackTraceElement(readString(in), readString(in), readString(in), in.readInt());
        }
        Throwable cause = in.readBoolean() ? readText(in, false, depth + 1) : null;
        // An error must not become an exception on its way: it would count as the fault of a row.
        Throwable made = isError ? new Error(text, cause) : new TransferredException(text, cause);
        made.setStackTrace(stack);
        return made;
    }

    private static String readString(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new ProtocolException("text or an object of " + length + " bytes", null);
        }
        return in.readNBytes(length);
    }

    private static @Nullable Throwable read(byte[] object) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(object))) {
            in.setObjectInputFilter(new ExceptionFilter());
            return in.readObject() instanceof Throwable thrown ? thrown : null;
        } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
            return null; // its text stands for it
        }
    }
}
