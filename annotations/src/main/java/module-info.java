/** The annotations that declare rows, steps and pipelines. */
module dev.batchwright.annotations {
    exports dev.batchwright.annotation;
}
