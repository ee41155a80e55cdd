/**
 * The annotation processor: {@code read} turns elements into {@code model}, {@code check} finds what is wrong with it, {@code emit}
 * turns it into source. Here is only what joins them, and the one class that writes files.
 */
package dev.batchwright.processor;
