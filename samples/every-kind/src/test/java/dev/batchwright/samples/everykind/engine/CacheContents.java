package dev.batchwright.samples.everykind.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a cache that readers see, by their relative paths. */
final class CacheContents {

    private CacheContents() {}

    /** All parts with their bytes. */
    static Map<String, String> parts(Path cache) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(cache)) {
            files.filter(file -> file.getFileName().toString().matches("\\d+\\.\\d+\\..*"))
                    .forEach(file -> parts.put(cache.relativize(file).toString(), hex(file)));
        }
        return parts;
    }

    /** The one part of a shard of a step, under whatever fingerprint. */
    static Path part(Path cache, String step, String name) throws IOException {
        try (Stream<Path> files = Files.walk(cache.resolve(step))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static long temporaries(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(file -> file.toString().contains(".tmp-")).count();
        }
    }

    private static String hex(Path file) {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
