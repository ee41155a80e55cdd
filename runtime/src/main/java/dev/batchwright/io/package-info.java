/**
 * Sources that read files and sinks that write them. Public are the interfaces that a step implements, all of whose methods but a
 * few have a default; what they are made of stays inside. Knows rows and files; knows neither engines nor caches.
 */
@NullMarked
package dev.batchwright.io;

import org.jspecify.annotations.NullMarked;
