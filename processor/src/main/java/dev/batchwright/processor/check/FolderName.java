package dev.batchwright.processor.check;

import java.util.regex.Pattern;

/** Names that every file system takes, and that do not differ in case only. */
final class FolderName {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9_-])?");

    /** What a cache keeps for itself, and what Windows keeps for devices. */
    private static final Pattern TAKEN =
            Pattern.compile("quarantine|spill|manifest\\.json|lock|(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private FolderName() {}

    static boolean isUsable(String name) {
        return FORM.matcher(name).matches() && !TAKEN.matcher(name).matches();
    }
}
