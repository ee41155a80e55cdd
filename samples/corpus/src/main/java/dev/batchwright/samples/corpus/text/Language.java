package dev.batchwright.samples.corpus.text;

import java.util.SortedSet;

/** The languages of documents. Those that people speak have their codes of ISO 639-1. */
public final class Language {

    /** Not known. */
    public static final String UNKNOWN = "und";

    /** A program's source code. */
    public static final String CODE = "code";

    private Language() {}

    /**
     * All languages that documents can be found to have, without {@link #UNKNOWN}.
     *
     * @return their codes in order
     */
    public static SortedSet<String> known() {
        return LanguageDetector.ofStopWords().languages();
    }
}
