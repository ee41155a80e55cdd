/** Every message of the processor, once, and where it stands. Knows nothing of what is checked. */
package dev.batchwright.processor.diagnostics;
