/** Runs small pipelines of every shape through the real engine, into real caches. */
@NullMarked
package dev.batchwright.samples.everykind.engine;

import org.jspecify.annotations.NullMarked;
