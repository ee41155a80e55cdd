package dev.batchwright.samples.quickstart;

/** Runs the quickstart pipeline. */
public final class Quickstart {

    private Quickstart() {}

    public static void main(String[] args) {
        System.out.println("quickstart");
    }
}
