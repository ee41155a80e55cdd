/**
 * The annotation processor: {@code read} turns elements into {@code model}, {@code check} finds what is wrong with it, {@code emit}
 * turns it into source, {@code page} into a page for people. {@code schema} compares rows with what was written down of them. Here is
 * only what joins them, and what writes files.
 */
package dev.batchwright.processor;
