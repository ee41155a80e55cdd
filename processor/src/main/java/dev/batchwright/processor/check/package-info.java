/** What does not compile: one rule a class, from the model alone. */
package dev.batchwright.processor.check;
