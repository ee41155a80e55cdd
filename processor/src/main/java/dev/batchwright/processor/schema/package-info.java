/**
 * Rows as they were written down and as they are: what has changed, and whether stored rows can still be read. The rules are those of
 * {@code dev.batchwright.schema}, which a test compares them with. Knows {@code model} and {@code json}.
 */
package dev.batchwright.processor.schema;
