/**
 * A part file: what generated serializers write to and read from, whatever the format, and the formats behind one service
 * interface. Knows rows and bytes; knows neither steps nor the layout of a cache.
 */
@NullMarked
package dev.batchwright.shard;

import org.jspecify.annotations.NullMarked;
