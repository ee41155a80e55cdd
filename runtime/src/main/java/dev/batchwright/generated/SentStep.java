package dev.batchwright.generated;

import java.io.Serializable;

/**
 * What the process of an isolated step is sent by Java serialization: the step, and how its batch manager is made there. Generated
 * beside the batch manager, so that neither side needs access to the step's constructor or to its serializers by reflection.
 */
public interface SentStep extends Serializable {

    /**
     * Makes the batch manager again.
     *
     * @return the manager of the step that was sent
     */
    BatchManager<?, ?> manager();
}
