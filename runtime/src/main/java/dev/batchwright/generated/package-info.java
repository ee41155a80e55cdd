/**
 * The narrow support that generated code calls: the bases of batch managers, runners and caches, and the description of a
 * pipeline that an engine runs. Hand-written code needs none of it but the engines, which read the description.
 */
@NullMarked
package dev.batchwright.generated;

import org.jspecify.annotations.NullMarked;
