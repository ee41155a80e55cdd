/** Tests with files that go to other tools and come from them. */
@NullMarked
package dev.batchwright.samples.everykind.interop;

import org.jspecify.annotations.NullMarked;
