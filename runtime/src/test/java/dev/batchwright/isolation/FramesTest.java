package dev.batchwright.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.shard.Allocation;
import dev.batchwright.shard.Passage;
import dev.batchwright.shard.PassageSerializer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames come out as they went in, and nothing that a frame says of itself is believed. */
class FramesTest {

    @Test
    void bringsFramesOfAllLengths() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<byte[]> contents = new ArrayList<>(List.of(new byte[0], new byte[1], new byte[65_531], new byte[65_536]));
        for (int i = 0; i < 50; i++) {
            contents.add(new byte[random.nextInt(1 << random.nextInt(20))]);
        }
        contents.forEach(random::nextBytes);
        ByteStream stream = new ByteStream(new byte[0]);
        Frames out = new Frames(stream);
        for (byte[] content : contents) {
            out.write(FrameType.CALL, content, content.length);
        }
        out.write(FrameType.CLOSE);
        out.flush();

        Frames in = new Frames(new ByteStream(stream.written()));
        for (byte[] content : contents) {
            assertThat(in.read()).as("seed %s", seed).isEqualTo(FrameType.CALL);
            assertThat(Arrays.copyOf(in.payload(), in.length()))
                    .as("seed %s", seed)
                    .isEqualTo(content);
        }
        assertThat(in.read()).isEqualTo(FrameType.CLOSE);
        assertThat(in.length()).isZero();
        assertThatThrownBy(in::read).isInstanceOf(EOFException.class);
    }

    @Test
    void bringsRowsInFramesOfBoundedLength() throws IOException {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            passages.add(Passage.at(i));
        }
        ByteStream stream = new ByteStream(new byte[0]);
        Frames out = new Frames(stream);
        RowFrames.Sender<Passage> sender = RowFrames.sender(out, PassageSerializer.INSTANCE);
        sender.begin();
        for (Passage passage : passages) {
            sender.add(passage);
        }
        sender.end();
        out.write(FrameType.CALL);
        out.flush();

        Frames in = new Frames(new ByteStream(stream.written()));
        RowFrames.Receiver<Passage> receiver = RowFrames.receiver(in, PassageSerializer.INSTANCE);
        List<Passage> found = new ArrayList<>();
        int frames = 0;
        for (; in.read() == FrameType.ROWS; frames++) {
            assertThat(in.length()).isLessThan(300 << 10);
            receiver.take(found::add);
        }
        assertThat(frames).isGreaterThan(3);
        assertThat(found).usingRecursiveFieldByFieldElementComparator().isEqualTo(passages);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Frames.MAX_LENGTH + 1})
    void refusesALengthThatCannotBe(int length) {
        assertThatThrownBy(() -> framesOf(FrameType.ROWS.code(), length).read())
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("length " + length);
    }

    @Test
    void refusesWhatIsNoFrame() {
        assertThatThrownBy(() -> framesOf((byte) '#', 1).read())
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("a frame of type 35");
    }

    @Test
    void makesNoRoomForWhatIsOnlyAnnounced() {
        Frames frames = framesOf(FrameType.ROWS.code(), Frames.MAX_LENGTH);

        long allocated =
                Allocation.during(() -> assertThatThrownBy(frames::read).isInstanceOf(EOFException.class));

        assertThat(allocated).isLessThan(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 1000, Integer.MAX_VALUE})
    void refusesAnotherNumberOfRowsThanThereAre(int rows) throws IOException {
        ByteStream stream = new ByteStream(new byte[0]);
        Frames out = new Frames(stream);
        RowFrames.Sender<Passage> sender = RowFrames.sender(out, PassageSerializer.INSTANCE);
        sender.begin();
        sender.add(Passage.at(7));
        sender.end();
        out.flush();
        byte[] written = stream.written();
        ByteBuffer.wrap(written).putInt(written.length - Integer.BYTES, rows);

        Frames in = new Frames(new ByteStream(written));
        in.read();

        assertThatThrownBy(
                        () -> RowFrames.receiver(in, PassageSerializer.INSTANCE).take(row -> {}))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("rows that cannot be read");
    }

    private static Frames framesOf(byte type, int length) {
        byte[] bytes = ByteBuffer.allocate(15).put(type).putInt(length).array();
        return new Frames(new ByteStream(bytes));
    }
}
