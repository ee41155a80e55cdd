package dev.batchwright.samples.corpus.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.batchwright.Dataset;
import dev.batchwright.samples.corpus.Texts;
import dev.batchwright.samples.corpus.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two editions of one library: a third of the files are the same, others differ in a few lines. */
class NearDuplicatesTest {

    private static final double LEAST = 0.8;
    private static final SignDocuments SIGN = SignDocuments.withUsualBands();

    private static Map<ContentHash, Document> distinct;
    private static List<DuplicatePair> pairs;

    @BeforeAll
    static void deduplicate() throws Exception {
        distinct = new LinkedHashMap<>();
        for (Document file : Texts.prepared(Texts.sourceFiles(Texts.ALL))) {
            distinct.putIfAbsent(new DropExactDuplicates().key(file), file);
        }
        pairs = pairs(distinct.values());
    }

    @Test
    void aThirdOfTheFilesAreExactDuplicates() {
        assertThat(1229 - distinct.size()).isEqualTo(454);
    }

    @Test
    void anEighthOfTheFilesAreNearDuplicates() {
        List<Duplicate> duplicates = new ArrayList<>();
        new GroupDuplicates().process(Dataset.of(pairs), duplicates::add);

        assertThat(duplicates).hasSize(165);
    }

    @Test
    void pairedFilesReallyOverlap() {
        Map<String, Set<Long>> shingles = shingles();

        assertThat(pairs)
                .allSatisfy(pair ->
                        assertThat(overlap(shingles, pair.left(), pair.right())).isGreaterThan(LEAST - 0.1));
    }

    /** Compares every two files, so it takes only those of one package. */
    @Test
    void noFilesThatOverlapClearlyAreMissed() {
        Map<String, Set<Long>> shingles = new TreeMap<>(shingles());
        shingles.keySet().removeIf(id -> !id.contains("/common/base/"));
        Set<String> dropped = pairs.stream().map(DuplicatePair::right).collect(Collectors.toSet());
        dropped.addAll(pairs.stream().map(DuplicatePair::left).toList());

        List<String> ids = List.copyOf(shingles.keySet());
        int found = 0;
        for (int left = 0; left < ids.size(); left++) {
            for (int right = left + 1; right < ids.size(); right++) {
                if (overlap(shingles, ids.get(left), ids.get(right)) > LEAST + 0.1) {
                    assertThat(dropped).contains(ids.get(left), ids.get(right));
                    found++;
                }
            }
        }
        assertThat(found).isPositive();
    }

    private static double overlap(Map<String, Set<Long>> shingles, String left, String right) {
        return Shingles.jaccard(
                Objects.requireNonNull(shingles.get(left), left), Objects.requireNonNull(shingles.get(right), right));
    }

    private static Map<String, Set<Long>> shingles() {
        Map<String, Set<Long>> shingles = new HashMap<>();
        distinct.values().forEach(file -> shingles.put(file.id(), Shingles.of(file.text(), SIGN.shingleWords())));
        return shingles;
    }

    private static List<DuplicatePair> pairs(Iterable<Document> documents) {
        Map<Band, List<SignedBand>> bands = new LinkedHashMap<>();
        for (Document document : documents) {
            SIGN.flatMap(
                    document,
                    signed -> bands.computeIfAbsent(signed.band(), first -> new ArrayList<>())
                            .add(signed));
        }
        List<DuplicatePair> pairs = new ArrayList<>();
        PairNearDuplicates pairing = new PairNearDuplicates(LEAST);
        bands.forEach((band, sharing) -> pairing.process(band, Dataset.of(sharing), pairs::add));
        return pairs;
    }
}
