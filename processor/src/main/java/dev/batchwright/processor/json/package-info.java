/** JSON as maps, lists, text, numbers and booleans. Knows nothing else of the processor. */
package dev.batchwright.processor.json;
