package dev.batchwright.samples.everykind.interop;

import dev.batchwright.annotation.Row;
import java.time.LocalDateTime;

/** A flight within the USA in the first half of 2001. */
@Row
record Flight(LocalDateTime date, long delay, long distance, String origin, String destination) {}
