package dev.batchwright;

import java.time.Duration;

/** A run that was started and goes on in threads of its own. Safe for use by several threads. */
public interface Run {

    /**
     * Asks the run to end, in order: calls of steps that are running are waited for, what is whole is committed, and no other call
     * begins. Returns at once; {@link #await()} then ends with a {@link RunCancelledException}, unless the run came to its end anyway.
     * The next run over the same cache goes on from there.
     */
    void cancel();

    /**
     * Ends the run at once: its threads are interrupted, and what is not committed is given up. For steps that would keep
     * {@link #cancel} waiting. Threads in code that does not let itself be interrupted are left behind after half a minute; what they
     * make then goes nowhere.
     */
    void cancelNow();

    /**
     * Whether the run has ended, in whatever way.
     *
     * @return whether {@link #await()} would not wait
     */
    boolean isEnded();

    /**
     * Waits for the end of the run.
     *
     * @return what happened
     * @throws RunCancelledException if the run was asked to end, and did
     * @throws BatchwrightException if it failed
     * @throws InterruptedException if the waiting thread is interrupted; the run goes on
     */
    RunReport await() throws InterruptedException;

    /**
     * Waits some time for the end of the run.
     *
     * @param longest how long at most
     * @return whether the run has ended
     * @throws InterruptedException if the waiting thread is interrupted; the run goes on
     */
    boolean await(Duration longest) throws InterruptedException;
}
