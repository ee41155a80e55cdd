/**
 * A cache directory: its layout, its manifest, the commit of parts, its lock, and what a reader sees of it. Knows parts and
 * folders; knows neither tasks nor threads.
 */
@NullMarked
package dev.batchwright.cache;

import org.jspecify.annotations.NullMarked;
