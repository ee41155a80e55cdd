package dev.batchwright.processor.catalogue;

import javax.tools.Diagnostic;

/**
 * What the compiler says of an example that is wrong.
 *
 * @param kind error or warning
 * @param text the message
 * @param line the line that the compiler shows
 * @param column where its caret stands, from 1
 */
record Reported(Diagnostic.Kind kind, String text, String line, long column) {}
