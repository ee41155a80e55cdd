/** The annotation processor: reads the user's elements, checks them and writes what is generated. */
package dev.batchwright.processor;
