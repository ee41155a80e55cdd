/**
 * What the user wrote, as immutable values. Types are JavaPoet's {@code TypeName}s; the compiler's mirrors stay in {@code read}, because
 * they do not outlive a round. Models may hold what is wrong: {@code check} says so.
 */
package dev.batchwright.processor.model;
