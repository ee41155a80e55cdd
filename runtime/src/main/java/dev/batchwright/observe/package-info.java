/** What is counted while a pipeline runs, and how it is shown. Everything reports here; nothing here calls back. */
@NullMarked
package dev.batchwright.observe;

import org.jspecify.annotations.NullMarked;
