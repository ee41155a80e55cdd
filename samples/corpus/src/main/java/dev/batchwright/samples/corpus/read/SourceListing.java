package dev.batchwright.samples.corpus.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The Java files of some jars, in the order in which they are read. */
record SourceListing(List<Entry> files) {

    /** A file in a jar. */
    record Entry(Path jar, String path, long crc) {

        /** The jar's name without its ending, such as {@code guava-33.4.8-jre}. */
        String origin() {
            return jar.getFileName().toString().replaceFirst("(-sources)?\\.jar$", "");
        }
    }

    static SourceListing of(List<Path> jars, int limit) throws IOException {
        List<Entry> files = new ArrayList<>();
        for (Path jar : jars) {
            try (ZipFile zip = Jars.open(jar)) {
                zip.stream()
                        .filter(entry -> entry.getName().endsWith(".java"))
                        .map(entry -> entry(jar, entry))
                        .forEach(files::add);
            }
        }
        files.sort(Comparator.comparing(Entry::path).thenComparing(Entry::origin));
        return new SourceListing(List.copyOf(files.subList(0, Math.min(limit, files.size()))));
    }

    private static Entry entry(Path jar, ZipEntry entry) {
        return new Entry(jar, entry.getName(), entry.getCrc());
    }

    /** Changes with the name and the content of any file. */
    String identity() {
        CRC32 all = new CRC32();
        files.forEach(file -> all.update((file.origin() + file.path() + file.crc()).getBytes(UTF_8)));
        return "crc32 " + all.getValue();
    }
}
