package dev.batchwright.samples.everykind.encrypted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.batchwright.CorruptShardException;
import dev.batchwright.StepFailedException;
import dev.batchwright.VerifyReport;
import dev.batchwright.VerifyReport.VerifiedStep;
import dev.batchwright.samples.everykind.encrypted.Patients.Patient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedFormatTest {

    private static final List<Patient> PATIENTS = LongStream.range(0, 1_000)
            .mapToObj(number -> new Patient(number, "Patient number " + number))
            .toList();

    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong failing = new AtomicLong(-1);

    @TempDir
    Path cache;

    @Test
    void givesBackWhatWasWrittenAndShowsNothingOfIt() throws IOException {
        run();

        assertThat(read()).isEqualTo(PATIENTS);
        for (Path part : parts()) {
            assertThat(part.getFileName().toString()).endsWith(".aes");
            assertThat(new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Patient")
                    .doesNotContain("PAR1");
        }
    }

    @Test
    void aRunThatFailedGoesOnWhereItEnded() {
        failing.set(555);
        assertThatThrownBy(this::run).isInstanceOf(StepFailedException.class);
        long before = calls.get();
        failing.set(-1);

        run();

        assertThat(before).isEqualTo(555);
        assertThat(calls.get() - before).isBetween(445L, 545L);
        assertThat(read()).isEqualTo(PATIENTS);
    }

    @Test
    void aSecondRunHasNothingToDo() {
        run();
        calls.set(0);

        run();

        assertThat(calls).hasValue(0);
    }

    @Test
    void damageIsFoundAndMended() throws IOException {
        run();
        Path part = parts().get(3);
        byte[] bytes = Files.readAllBytes(part);
        // Within the first page, that is.
        bytes[100] ^= 1;
        Files.write(part, bytes);

        assertThatThrownBy(this::read)
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining(part.getFileName().toString());
        Files.write(part, new byte[] {1, 2, 3});
        assertThatThrownBy(this::read)
                .isInstanceOf(CorruptShardException.class)
                .hasMessageContaining("Shard 3 of step keep-patients");

        run();

        assertThat(read()).isEqualTo(PATIENTS);
    }

    @Test
    void aCheckReadsTheRowsOfAFormatThatHasNoOther() throws IOException {
        run();
        assertThat(verify()).matches(VerifyReport::isSound);
        Path part = parts().get(3);
        byte[] bytes = Files.readAllBytes(part);
        bytes[100] ^= 1;
        Files.write(part, bytes);

        VerifiedStep step = verify().step("keep-patients");

        assertThat(step.partsByFooter()).isZero();
        assertThat(step.damage()).hasSize(1);
        assertThat(step.damage().get(0).file()).endsWith(part.getFileName().toString());
        assertThat(step.damage().get(0).endRow()).isEqualTo(100);
        assertThat(step.repair().from()).containsExactly("read-patients");
    }

    private VerifyReport verify() {
        try (Patients_WardCache ward = Patients_WardCache.open(cache)) {
            return ward.verify();
        }
    }

    private void run() {
        Patients.runner(calls, failing).run(Patients.options(cache));
    }

    private List<Patient> read() {
        List<Patient> rows = new ArrayList<>();
        try (Patients_WardCache ward = Patients_WardCache.open(cache)) {
            ward.keepPatients().forEach(rows::add);
        }
        return rows;
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().endsWith(".aes"))
                    .sorted()
                    .toList();
        }
    }
}
