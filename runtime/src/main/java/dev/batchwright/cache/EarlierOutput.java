package dev.batchwright.cache;

import java.util.ArrayList;
import java.util.List;

/**
 * An output of a step that lies in the cache.
 *
 * @param output what names it: the fingerprint and, from the second on, the edition
 * @param info what its {@code step.json} says
 */
public record EarlierOutput(String output, StepInfo info) {

    /**
     * The name of its folder.
     *
     * @return the name, for people
     */
    public String folder() {
        return Editions.folderName(output);
    }

    /**
     * What a later output has to say that it has adopted, to have these rows and all that they have adopted themselves.
     *
     * @return the outputs, the latest first
     */
    public List<StepInfo.Adopted> adoptable() {
        List<StepInfo.Adopted> all = new ArrayList<>();
        all.add(new StepInfo.Adopted(output, info.schema(), info.inputSchema()));
        all.addAll(info.adopted());
        return all;
    }
}
