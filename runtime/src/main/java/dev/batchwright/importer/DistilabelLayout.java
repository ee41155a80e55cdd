package dev.batchwright.importer;

/** The layouts that the caches of distilabel have had, and what each still holds of the rows of a run. */
public enum DistilabelLayout {

    /** 1.0.0b0 at first: what has arrived at a step and is not consumed, and one file for the rows of all leaves together. */
    L0("1.0.0b0, early"),

    /** 1.0.0b0 later: what has arrived and is not consumed, the last batch of each step, and Parquet files of each leaf. */
    L0B("1.0.0b0, late"),

    /** 1.0.0: the same as {@link #L0B}, with a file for each step. */
    L1("1.0"),

    /** 1.1.0: the same as {@link #L1}, in batches that say which rows they were made of, and the last batches handed out. */
    L1B("1.1"),

    /** 1.2 and 1.3: a file for each batch that has arrived or was built and is not processed, and Parquet files of each leaf. */
    L2("1.2 to 1.3"),

    /** 1.4 to 1.5.3: every batch that any step has put out. */
    L3("1.4 to 1.5");

    private final String versions;

    DistilabelLayout(String versions) {
        this.versions = versions;
    }

    /**
     * Which versions of distilabel write it.
     *
     * @return the versions, for people
     */
    public String versions() {
        return versions;
    }
}
