/** Elements to model. Reports nothing: what is wrong becomes part of the model, what is missing ends the reading until the next round. */
package dev.batchwright.processor.read;
