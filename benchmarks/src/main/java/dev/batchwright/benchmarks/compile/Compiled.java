package dev.batchwright.benchmarks.compile;

/**
 * One compilation, in a JVM that has compiled nothing before.
 *
 * @param contender whose processor ran
 * @param steps for how many steps
 * @param files how many sources were generated
 * @param kilobytes how much text is in them
 * @param processorSeconds the CPU time of the processor
 * @param withSeconds the CPU time of the compilation, with the processor
 * @param withoutSeconds the CPU time of a compilation of the same and the generated sources without a processor; 0 for other processors
 *     than ours
 * @param sourcesSeconds the CPU time of a compilation of the sources alone without a processor; 0 for other processors than ours
 */
record Compiled(
        String contender,
        int steps,
        int files,
        double kilobytes,
        double processorSeconds,
        double withSeconds,
        double withoutSeconds,
        double sourcesSeconds) {

    double millisecondsPerFile() {
        return 1e3 * processorSeconds / files;
    }

    /** What the compiler needs for what was generated. */
    double generatedSeconds() {
        return withoutSeconds - sourcesSeconds;
    }

    double share() {
        return processorSeconds / generatedSeconds();
    }
}
