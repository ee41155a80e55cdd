package dev.batchwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.VerifyReport.Damage;
import dev.batchwright.VerifyReport.Repair;
import dev.batchwright.VerifyReport.VerifiedStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerifyReportTest {

    @Test
    void countsARowOnceHoweverManyOfItsColumnsAreDamaged() {
        VerifiedStep step = new VerifiedStep(
                "step",
                "0123456789ab",
                2,
                0,
                3,
                0,
                100,
                List.of(
                        new Damage(-1, "step.json", 0, -1, "it is missing"),
                        new Damage(0, "a", 10, 20, "one column"),
                        new Damage(0, "a", 15, 30, "another"),
                        new Damage(0, "a", 0, 5, "a third"),
                        new Damage(0, "b", 30, -1, "it is missing"),
                        new Damage(1, "c", 0, 7, "one column")),
                Repair.NOTHING);

        assertThat(step.damagedRows()).isEqualTo(20 + 5 + 7);
    }
}
