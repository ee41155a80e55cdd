package dev.batchwright.isolation;

import dev.batchwright.StepContext;
import dev.batchwright.generated.BatchManager;
import dev.batchwright.generated.SentStep;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;

/** Does in the process of a step what the run asks for. Used by one thread. */
final class ChildService {

    private final Frames frames;
    private @Nullable ServedStep<?, ?> step;

    ChildService(Frames frames) {
        this.frames = frames;
    }

    /** Returns when the step is closed. */
    void serve() throws IOException {
        while (true) {
            FrameType type = frames.read();
            switch (type) {
                case OPEN -> open();
                case ROWS -> step().take();
                case FORGET -> step().forget();
                case CALL -> step().call();
                case CLOSE -> {
                    close(step());
                    return;
                }
                default -> throw new ProtocolException("a frame for the other side: " + type, null);
            }
        }
    }

    private ServedStep<?, ?> step() throws ProtocolException {
        if (step == null) {
            throw new ProtocolException("a call of a step that was not sent", null);
        }
        return step;
    }

    private void open() throws IOException {
        DataInputStream in = frames.data();
        int worker = in.readInt();
        String fingerprint = in.readUTF();
        byte[] sent = in.readAllBytes();
        try {
            BatchManager<?, ?> manager = manager(sent);
            manager.step().open(new StepContext(manager.name(), worker, fingerprint));
            step = ServedStep.of(frames, manager);
            frames.write(FrameType.OPENED);
        } catch (Throwable e) {
            sendThrown(frames, e);
        }
        frames.flush();
    }

    /**
     * Makes the step. There is no filter for what it consists of: it is code and data of the run, whose process has started this one and is
     * the only one that can connect to it.
     */
    private static BatchManager<?, ?> manager(byte[] sent) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(sent))) {
            return ((SentStep) in.readObject()).manager();
        }
    }

    private void close(ServedStep<?, ?> open) throws IOException {
        try {
            open.manager().step().close();
            frames.write(FrameType.CLOSED);
        } catch (Throwable e) {
            sendThrown(frames, e);
        }
        frames.flush();
    }

    /** Sends what the step has thrown, unless it says that the process has no memory left: then nothing here can be relied on. */
    static void sendThrown(Frames frames, Throwable thrown) throws IOException {
        if (thrown instanceof OutOfMemoryError) {
            ChildMain.halt();
        }
        byte[] bytes = Thrown.encode(thrown);
        frames.write(FrameType.THROWN, bytes, bytes.length);
    }
}
