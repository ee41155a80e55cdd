/**
 * UTF-8 as fast as this JVM allows: strings into bytes, bytes into strings, what is valid, and where a byte is. Knows nothing of files
 * or rows.
 */
@NullMarked
package dev.batchwright.utf8;

import org.jspecify.annotations.NullMarked;
