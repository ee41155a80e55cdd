/** Tests of single classes of the cache; what whole runs leave in it is tested in the samples. */
@NullMarked
package dev.batchwright.cache;

import org.jspecify.annotations.NullMarked;
