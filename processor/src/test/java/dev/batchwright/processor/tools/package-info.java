/** The processors in the hands of compilers, build tools and other processors. */
package dev.batchwright.processor.tools;
