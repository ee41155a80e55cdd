package dev.batchwright.cache;

import dev.batchwright.CorruptShardException;
import dev.batchwright.shard.PartFooter;
import dev.batchwright.shard.PartInput;
import dev.batchwright.shard.ShardFormat;
import dev.batchwright.shard.ShardFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The files of one step under one fingerprint, one by one. Safe for use by several threads. */
final class PartFolder {

    private final Path root;
    private final Path folder;
    private final String name;
    private final String step;
    private final String output;
    private final String fingerprint;
    private final CacheFiles files;
    private final ShardFormats formats;
    private volatile EarlierRows earlier = EarlierRows.NONE;

    /**
     * Names a folder.
     *
     * @param output the fingerprint and, from the second on, the edition
     * @param area where the folders of steps lie within the cache, ending in a slash; empty for those of their rows
     */
    PartFolder(Path root, String area, String step, String output, CacheFiles files, ShardFormats formats) {
        this.root = root;
        this.name = area + step + "/" + Editions.folderName(output);
        this.folder = root.resolve(name);
        this.step = step;
        this.output = output;
        this.fingerprint = Editions.fingerprint(output);
        this.files = files;
        this.formats = formats;
    }

    /** The folder of the rows that the step has put aside beside those of this one. */
    PartFolder quarantine() {
        PartFolder aside = new PartFolder(root, QuarantineStore.FOLDER + "/", step, output, files, formats);
        aside.accept(earlier);
        return aside;
    }

    Path path() {
        return folder;
    }

    String step() {
        return step;
    }

    String output() {
        return output;
    }

    String fingerprint() {
        return fingerprint;
    }

    CacheFiles files() {
        return files;
    }

    /** From now on, parts that were written under an earlier fingerprint or schema belong here as well. */
    void accept(EarlierRows rows) {
        earlier = rows;
    }

    EarlierRows earlier() {
        return earlier;
    }

    Path path(PartName part) {
        return folder.resolve(part.fileName());
    }

    /** How messages call a file of this folder. */
    String nameOf(String fileName) {
        return name + "/" + fileName;
    }

    /** The part that messages call by a name, or null if it is none of this folder. */
    @Nullable
    PartName named(String file) {
        return file.startsWith(name + "/") ? PartName.parse(file.substring(name.length() + 1)) : null;
    }

    List<PartName> parts() throws IOException {
        return parts(files.list(folder));
    }

    /** The same, without what attempts that ended early have left. Called by the one writer. */
    List<PartName> partsAlone() throws IOException {
        List<String> names = files.list(folder);
        for (String name : names) {
            if (name.contains(".tmp-")) {
                files.delete(folder.resolve(name));
            }
        }
        return parts(names);
    }

    private static List<PartName> parts(List<String> names) {
        return names.stream().map(PartName::parse).filter(Objects::nonNull).toList();
    }

    PartInput open(PartName part) throws IOException {
        return files.open(path(part), nameOf(part.fileName()));
    }

    ShardFormat format(PartName part) {
        return formats.withExtension(part.extension());
    }

    ShardFormat formatNamed(String format) {
        return formats.named(format);
    }

    /** Reads the footer of a part, and makes sure that it belongs here. */
    PartFooter footer(PartName part) throws IOException {
        try (PartInput in = open(part)) {
            PartFooter footer = part.extension().equals(PartName.DONE)
                    ? DoneMark.read(in)
                    : format(part).readFooter(in);
            check(footer, part);
            return footer;
        }
    }

    void check(PartFooter footer, PartName part) {
        if (!footer.step().equals(step)
                || !(footer.fingerprint().equals(fingerprint) || earlier.have(footer.fingerprint()))
                || footer.shard() != part.shard()
                || footer.part() != part.part()) {
            throw new CorruptShardException(
                    nameOf(part.fileName()) + " says that it is part " + footer.part() + " of shard " + footer.shard()
                            + " of step " + footer.step()
                            + ": it was moved here from another place. Remove it; the shard is then computed again.",
                    nameOf(part.fileName()),
                    null);
        }
    }
}
