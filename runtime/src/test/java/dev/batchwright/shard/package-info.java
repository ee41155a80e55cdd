/** What tests of every part format share: rows of every column type, and files in memory. */
@NullMarked
package dev.batchwright.shard;

import org.jspecify.annotations.NullMarked;
