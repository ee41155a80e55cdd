/**
 * What a class does, as a digest: reads class files and leaves out what is only about their layout and their sources. Knows nothing of
 * steps, and nothing else of this framework.
 */
@NullMarked
package dev.batchwright.engine.code;

import org.jspecify.annotations.NullMarked;
