/** A pipeline that runs on the module path. */
package dev.batchwright.samples.modular;
