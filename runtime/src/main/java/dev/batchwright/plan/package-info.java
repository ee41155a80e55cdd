/**
 * From the graph of a pipeline to stages and lanes: what runs fused with what, and which shards belong together. Pure
 * computation; knows no threads and no files.
 */
@NullMarked
package dev.batchwright.plan;

import org.jspecify.annotations.NullMarked;
