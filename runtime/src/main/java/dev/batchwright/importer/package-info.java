/**
 * Reads the caches of distilabel, in each layout that it has had. Knows files of others, which it trusts in nothing; knows neither
 * pipelines nor the caches of this framework, which it feeds as any source does.
 */
@NullMarked
package dev.batchwright.importer;

import org.jspecify.annotations.NullMarked;
