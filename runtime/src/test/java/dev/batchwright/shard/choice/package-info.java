/** Tests of trials, on formats whose bytes and times are given. */
@NullMarked
package dev.batchwright.shard.choice;

import org.jspecify.annotations.NullMarked;
