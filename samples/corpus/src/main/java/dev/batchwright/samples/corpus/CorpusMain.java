package dev.batchwright.samples.corpus;

/** Runs the corpus pipeline. */
public final class CorpusMain {

    private CorpusMain() {}

    public static void main(String[] args) {
        System.out.println("corpus");
    }
}
