/** What a user writes on rows, steps and pipelines. Nothing here depends on anything. */
package dev.batchwright.annotation;
