/** Tests of single classes of the engine; what whole runs do is tested in the samples. */
@NullMarked
package dev.batchwright.engine;

import org.jspecify.annotations.NullMarked;
