package dev.batchwright.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.TransferredException;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Exceptions come through as themselves where that is safe, and else in words. */
class ThrownTest {

    private static Throwable sent(Throwable thrown) throws IOException {
        return decoded(Thrown.encode(thrown));
    }

    private static Throwable decoded(byte[] bytes) throws IOException {
        return Thrown.decode(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void bringsExceptionsWithTheirCausesAndWhatWasSuppressed() throws IOException {
        IOException cause = new IOException("no room");
        IllegalStateException thrown = new IllegalStateException("it does not go on", cause);
        thrown.addSuppressed(new ArithmeticException("by the way"));

        Throwable sent = sent(thrown);

        assertThat(sent)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("it does not go on")
                .hasSuppressedException(thrown.getSuppressed()[0]);
        assertThat(sent.getStackTrace()).isEqualTo(thrown.getStackTrace());
        assertThat(sent.getCause()).isExactlyInstanceOf(IOException.class).hasMessage("no room");
    }

    /** Holds numbers and text. */
    static final class CodedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int code;
        private final ArrayList<String> hints;

        CodedException(int code, List<String> hints) {
            super("code " + code);
            this.code = code;
            this.hints = new ArrayList<>(hints);
        }
    }

    @Test
    void bringsPlainValuesThatAnExceptionHolds() throws IOException {
        assertThat(sent(new CodedException(7, List.of("first", "second"))))
                .isInstanceOfSatisfying(CodedException.class, sent -> {
                    assertThat(sent.code).isEqualTo(7);
                    assertThat(sent.hints).containsExactly("first", "second");
                });
    }

    /** Holds an object that is neither an exception nor a plain value. */
    static final class HeavyException extends Exception {

        private static final long serialVersionUID = 1L;

        private final File held;

        HeavyException(File held) {
            super("too heavy to carry");
            this.held = held;
        }

        File held() {
            return held;
        }
    }

    @Test
    void makesNothingOfAnExceptionButExceptionsAndPlainValues() throws IOException {
        HeavyException thrown = new HeavyException(new File("anywhere"));

        Throwable sent = sent(thrown);

        assertThat(sent)
                .isExactlyInstanceOf(TransferredException.class)
                .hasMessage(HeavyException.class.getName() + ": too heavy to carry");
        assertThat(sent.getStackTrace())
                .usingElementComparator(Comparator.comparing(StackTraceElement::getClassName)
                        .thenComparing(StackTraceElement::getMethodName)
                        .thenComparingInt(StackTraceElement::getLineNumber))
                .containsExactly(thrown.getStackTrace());
    }

    @Test
    void tellsInWordsWhatTheCauseWas() throws IOException {
        Throwable sent = sent(new IllegalStateException("outer", new HeavyException(new File("anywhere"))));

        assertThat(sent).isExactlyInstanceOf(TransferredException.class);
        assertThat(sent.getCause()).hasMessageContaining("too heavy to carry");
    }

    @Test
    void leavesAnErrorAnError() throws IOException {
        assertThat(sent(new AssertionError(new File("anywhere")))).isInstanceOf(Error.class);
        assertThat(sent(new AssertionError("detail", new HeavyException(new File("anywhere")))))
                .isExactlyInstanceOf(Error.class)
                .hasMessageContaining("java.lang.AssertionError: detail");
    }

    @Test
    void bringsAStackThatHasOverflown() throws IOException {
        StackOverflowError thrown = new StackOverflowError();
        StackTraceElement[] stack = new StackTraceElement[100_000];
        Arrays.fill(stack, thrown.getStackTrace()[0]);
        thrown.setStackTrace(stack);

        assertThat(sent(thrown)).isExactlyInstanceOf(StackOverflowError.class);
        assertThat(sent(new IllegalStateException("it was too deep", thrown))).hasMessage("it was too deep");
    }

    @Test
    void endsWhereCausesGoInACircle() throws IOException {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(sent(first)).hasMessage("first");
    }

    @Test
    void believesNoLength() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] bytes = Thrown.encode(new IllegalStateException("outer", new IOException("inner")));
        for (int i = 0; i < 500; i++) {
            byte[] damaged = bytes.clone();
            ByteBuffer.wrap(damaged).putInt(random.nextInt(damaged.length - 3), random.nextInt());
            try {
                assertThat(decoded(damaged)).as("seed %s", seed).isInstanceOf(Throwable.class);
            } catch (IOException e) {
                assertThat(e).as("seed %s", seed).isNotNull();
            }
        }
        assertThatThrownBy(() -> decoded(
                        ByteBuffer.allocate(5).put((byte) 0).putInt(1 << 30).array()))
                .isInstanceOf(ProtocolException.class);
    }
}
