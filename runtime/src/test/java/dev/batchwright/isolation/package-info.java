@NullMarked
package dev.batchwright.isolation;

import org.jspecify.annotations.NullMarked;
