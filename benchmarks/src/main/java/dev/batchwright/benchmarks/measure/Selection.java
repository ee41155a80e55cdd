package dev.batchwright.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of some contenders take part. */
public final class Selection {

    private Selection() {}

    /**
     * Those that were asked for.
     *
     * @param names their names with commas between them, or nothing for all that need not be asked for
     * @param all all there are
     * @param onlyIfAsked the one that has to be asked for
     * @param <E> the contenders
     * @return those that take part, in the order of all
     * @throws IllegalArgumentException if there is none of a name
     */
    public static <E extends Enum<E>> List<E> of(String names, E[] all, E onlyIfAsked) {
        if (names.isEmpty()) {
            return Stream.of(all).filter(contender -> contender != onlyIfAsked).toList();
        }
        List<String> asked = new ArrayList<>(List.of(names.split(",")));
        List<E> chosen = Stream.of(all)
                .filter(contender -> asked.remove(name(contender)))
                .toList();
        if (!asked.isEmpty()) {
            throw new IllegalArgumentException("There is no case " + asked.get(0) + ", but "
                    + Stream.of(all).map(Selection::name).collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private static String name(Enum<?> contender) {
        return contender.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
