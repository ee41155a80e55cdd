package dev.batchwright;

/**
 * A row that a step could not process and that was put aside, with what the step threw. Made by {@code @Step(onError = QUARANTINE)};
 * read through the generated {@code …Cache} class.
 *
 * @param row the row as the step was given it
 * @param shard the shard of the step's input that it belongs to
 * @param position its place within that shard, from 0
 * @param batch the batch within that shard in which it was first given to the step, from 0; its own place where the step takes no
 *     batches
 * @param rowsBefore how many rows the step had made of the rows of the shard before it
 * @param error the exception's class and message, such as {@code java.lang.IllegalArgumentException: no text}; long ones are cut
 * @param trace the exception's stack trace, with its causes; long ones are cut
 * @param <R> the rows
 */
public record QuarantinedRow<R>(
        R row, int shard, long position, long batch, long rowsBefore, String error, String trace) {}
