package dev.batchwright.samples.everykind.weather;

import java.util.List;

/**
 * Several alarms in one message.
 *
 * @param alarms how many
 * @param texts what they say, each text once, in order
 */
public record Digest(int alarms, List<String> texts) {}
