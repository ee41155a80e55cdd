package dev.batchwright.samples.everykind.isolation;

import dev.batchwright.Batch;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What a step does besides its work. */
interface Trouble extends Serializable {

    /** Does it, in the process of the step. */
    void at(Batch<Parcel> batch) throws Exception;

    /** None at all. */
    record Peace() implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) {
            // the step does its work
        }
    }

    /** Needs so much memory for each row of a batch, at once. */
    record Hunger(int bytesPerRow) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) {
            List<byte[]> held = new ArrayList<>();
            batch.forEach(row -> held.add(new byte[bytesPerRow]));
            if (held.size() != batch.size()) {
                throw new IllegalStateException("Not all is held");
            }
        }
    }

    /** Needs so much memory at a row, and none at others. */
    record Glutton(long id, int bytes) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) {
            if (holds(batch, id) && new byte[bytes].length != bytes) {
                throw new IllegalStateException("Not all is held");
            }
        }
    }

    /** Ends the process at a row. */
    record Exit(long id, int code) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) {
            if (holds(batch, id)) {
                System.exit(code);
            }
        }
    }

    /** Leaves a file named after the process, and ends that at a row. */
    record Trace(File folder, long id) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) throws Exception {
            File trace = new File(folder, Long.toString(ProcessHandle.current().pid()));
            if (!trace.createNewFile() && !trace.exists()) {
                throw new IOException(trace + " cannot be made");
            }
            new Exit(id, 5).at(batch);
        }
    }

    /** Says in a file which process it is in, then waits to be killed; only the first time. */
    record Stall(File sign) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) throws Exception {
            if (announce(sign.toPath())) {
                new CountDownLatch(1).await();
            }
        }
    }

    /** Says in a file which process it is in, then waits for another file. */
    record Wait(File sign, File go) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) throws Exception {
            announce(sign.toPath());
            Children.await(go::exists);
            if (!go.exists()) {
                throw new IllegalStateException("Nobody has said that it goes on");
            }
        }
    }

    /** Prints where other processes talk. */
    record Noise(String text) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) throws Exception {
            System.out.println(text + " on standard output");
            System.err.println(text + " on standard error");
            if (System.in.read() >= 0) {
                throw new IllegalStateException("Standard input is not for steps");
            }
        }
    }

    /** Starts a process that prints to the same place and outlives this one. */
    record Descendant(File sign) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) throws Exception {
            if (Files.notExists(sign.toPath())) {
                Process process = new ProcessBuilder("sleep", "300")
                        .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                write(sign.toPath(), process.pid());
                Runtime.getRuntime().halt(9);
            }
        }
    }

    /** Fails at a row as any step might. */
    record Refusal(long id) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) {
            if (holds(batch, id)) {
                throw new IllegalArgumentException("parcel " + id + " is not welcome", new IOException("no room"));
            }
        }
    }

    /** Fails at a row with an exception that holds what cannot be sent. */
    record OddRefusal(long id) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) throws OddException {
            if (holds(batch, id)) {
                throw new OddException("parcel " + id + " is odd");
            }
        }
    }

    /** Refers to a thread. */
    final class OddException extends Exception {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // that is the point
        private final Thread thrower = Thread.currentThread();

        OddException(String message) {
            super(message);
        }

        Thread thrower() {
            return thrower;
        }
    }

    /** Fails with an error that is no row's fault. */
    record Defect() implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) {
            throw new NoClassDefFoundError("com/acme/Model");
        }
    }

    /** Holds what cannot be sent. */
    record Unsendable(@SuppressWarnings("serial") Object model) implements Trouble {
        @Override
        public void at(Batch<Parcel> batch) {
            throw new IllegalStateException("No row comes here: " + model);
        }
    }

    private static boolean holds(Batch<Parcel> batch, long id) {
        return batch.stream().anyMatch(row -> row.id() == id);
    }

    /** Writes the number of this process; false if that has been done. */
    private static boolean announce(Path sign) throws IOException {
        if (Files.exists(sign)) {
            return false;
        }
        write(sign, ProcessHandle.current().pid());
        return true;
    }

    private static void write(Path sign, long pid) throws IOException {
        Path written = Files.createTempFile(sign.getParent(), "sign", "");
        Files.writeString(written, Long.toString(pid));
        Files.move(written, sign, StandardCopyOption.ATOMIC_MOVE);
    }
}
