/** The rows that formats are measured with: shapes, and the same values for everyone who asks for them. */
@NullMarked
package dev.batchwright.benchmarks.rows;

import org.jspecify.annotations.NullMarked;
