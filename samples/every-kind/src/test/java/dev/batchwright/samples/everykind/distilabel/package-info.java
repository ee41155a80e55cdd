/** Tests that go on from the caches of distilabel, with generated records and a generated pipeline. */
@NullMarked
package dev.batchwright.samples.everykind.distilabel;

import org.jspecify.annotations.NullMarked;
