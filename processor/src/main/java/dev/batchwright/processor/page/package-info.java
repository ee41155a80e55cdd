/**
 * A checked pipeline as a page for people: its graph as a drawing, its steps and rows as tables. {@code PlanPage} is what others see.
 * Knows only {@code model}.
 */
package dev.batchwright.processor.page;
