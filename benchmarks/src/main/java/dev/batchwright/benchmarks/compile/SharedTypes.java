package dev.batchwright.benchmarks.compile;

import java.util.Map;

/** The types that columns of all contenders name. */
final class SharedTypes {

    static final Map<String, String> SOURCES = Map.of(
            "app.Colour", "package app; public enum Colour { RED, GREEN, BLUE }",
            "app.Place", "package app; public record Place(String name, double latitude, double longitude) {}");

    private SharedTypes() {}
}
