package dev.batchwright.benchmarks.chain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What is done, and what is kept on disk. */
enum Workload {
    /** Text: the rows after the last step are kept. */
    W1(EnumSet.allOf(Contender.class), 0.8),
    /** Text: the rows after each step are kept. */
    W1c(EnumSet.complementOf(EnumSet.of(Contender.UNCOUNTED)), 0.6),
    /** Vectors: they are kept, and read back. */
    W2(EnumSet.of(Contender.LEAST, Contender.JACKSON_AVRO, Contender.ONE_THREAD), 0.45);

    @SuppressWarnings("ImmutableEnumChecker") // Nobody changes it.
    private final Set<Contender> contenders;

    private final double maxShareOfJacksonAvro;

    Workload(Set<Contender> contenders, double maxShareOfJacksonAvro) {
        this.contenders = Collections.unmodifiableSet(contenders);
        this.maxShareOfJacksonAvro = maxShareOfJacksonAvro;
    }

    Set<Contender> contenders() {
        return contenders;
    }

    /** How much CPU time the engine may take, as a share of what the loop with Jackson and parquet-avro takes. */
    double maxShareOfJacksonAvro() {
        return maxShareOfJacksonAvro;
    }
}
