/** Changes the sources of a pipeline between two runs on one cache. */
package dev.batchwright.processor.rerun;
