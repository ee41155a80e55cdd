/** A pipeline in a module. It neither exports nor opens anything: the framework calls what was generated beside the steps. */
module dev.batchwright.samples.modular {
    requires dev.batchwright.runtime;
}
