/**
 * Values as text: what JSON and CSV have in common, and rows as JSON. Knows bytes in memory; knows no files, which its callers name
 * in messages.
 */
@NullMarked
package dev.batchwright.text;

import org.jspecify.annotations.NullMarked;
