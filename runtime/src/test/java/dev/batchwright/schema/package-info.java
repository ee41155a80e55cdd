/** What can be said of schemas without files. */
@NullMarked
package dev.batchwright.schema;

import org.jspecify.annotations.NullMarked;
