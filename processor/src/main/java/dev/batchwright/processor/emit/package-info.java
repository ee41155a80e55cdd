/** Model to source: one emitter for each generated type. Sees only models in which nothing is wrong. */
package dev.batchwright.processor.emit;
