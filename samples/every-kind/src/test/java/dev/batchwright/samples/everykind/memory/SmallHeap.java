package dev.batchwright.samples.everykind.memory;

import dev.batchwright.BatchwrightException;
import dev.batchwright.RunReport;
import java.nio.file.Path;

/** A process whose heap is smaller than what a step needs for a whole batch. */
final class SmallHeap {

    private SmallHeap() {}

    public static void main(String[] args) {
        Path cache = Path.of(args[1]);
        int bytesPerRow = Integer.parseInt(args[2]);
        try {
            RunReport report = args[0].equals("batches")
                    ? Press_PressesRunner.builder()
                            .readSheets(new Press.ReadSheets(Press.ROWS, 9))
                            .pressSheets(new Press.PressSheets(bytesPerRow))
                            .pressAgain(new Press.PressAgain(bytesPerRow))
                            .build()
                            .run(Press.options(cache).threads(1))
                    : Press_OneByOneRunner.builder()
                            .readSheets(new Press.ReadSheets(Press.ROWS, 9))
                            .pressOne(new Press.PressOne(bytesPerRow))
                            .build()
                            .run(Press.options(cache).threads(1));
            report.steps().forEach(step -> System.out.println(step.step() + " tried again " + step.retried()));
            report.memory().warnings().forEach(warning -> System.out.println("warning: " + warning));
            System.out.println("at work " + report.memory().heapPeakSteps());
            System.out.println("left " + report.memory().heldBytes() + " "
                    + report.memory().forgottenBytes());
        } catch (BatchwrightException e) {
            System.out.println("failed: " + e.getMessage());
        }
    }
}
