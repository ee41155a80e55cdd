package dev.batchwright.processor.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways in which people and tools break a source. */
enum Mutation {
    A_LINE_IS_MISSING((source, random) -> {
        List<String> lines = lines(source);
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines);
    }),
    A_LINE_IS_THERE_TWICE((source, random) -> {
        List<String> lines = lines(source);
        int line = random.nextInt(lines.size());
        lines.add(line, lines.get(line));
        return String.join("\n", lines);
    }),
    THE_FILE_ENDS_EARLY((source, random) -> {
        List<String> lines = lines(source);
        return String.join("\n", lines.subList(0, random.nextInt(lines.size())));
    }),
    THE_FILE_ENDS_WITHIN_A_LINE((source, random) -> source.substring(0, random.nextInt(source.length()))),
    A_TYPE_IS_ANOTHER(
            (source, random) -> replaceOne("\\b[A-Z]\\w+\\b", source, any("\\b[A-Z]\\w+\\b", source, random), random)),
    A_TYPE_ARGUMENT_IS_ANOTHER((source, random) ->
            replaceOne("(?<=[<,] ?)[A-Z]\\w+(?=[,>])", source, any("\\b[A-Z]\\w+\\b", source, random), random)),
    A_TYPE_IS_NONE((source, random) -> replaceOne("\\b[A-Z]\\w+\\b", source, "Missing", random)),
    A_TYPE_IS_MISSPELT((source, random) -> replaceOne("(?<=\\b[A-Z]\\w)\\w(?=\\w*\\b)", source, "", random)),
    GENERICS_ARE_MISSING((source, random) -> replaceOne("<[\\w, <>?]+>", source, "", random)),
    A_WILDCARD_STANDS_FOR_A_TYPE((source, random) -> replaceOne("(?<=[<,] ?)[A-Z]\\w+(?=[,>])", source, "?", random)),
    A_COLUMN_IS_OF_ANOTHER_TYPE((source, random) -> replaceOne(
            "\\b(int|long|float|String)\\b(?= \\w+[,)])",
            source,
            oneOf(
                    random,
                    "int",
                    "String",
                    "Object",
                    "java.util.Queue<String>",
                    "List<Object>",
                    "Thread",
                    "byte[]",
                    "Optional<Optional<String>>"),
            random)),
    A_STEP_IS_NOT_IN_THE_FLOW((source, random) -> replaceOne("Lending\\.\\w+\\.class,? ?", source, "", random)),
    A_STEP_IS_ANOTHER_IN_THE_FLOW((source, random) ->
            replaceOne("Lending\\.\\w+\\.class", source, any("Lending\\.\\w+\\.class", source, random), random)),
    A_FLOW_IS_MISSING((source, random) -> replaceOne("(?m)^@Flow\\(.*\\)$", source, "", random)),
    AN_ANNOTATION_IS_MISSING((source, random) -> replaceOne("@[A-Z]\\w+(\\([^()]*\\))?", source, "", random)),
    AN_ANNOTATION_STANDS_ELSEWHERE((source, random) -> {
        String moved = oneOf(
                random, "@Step", "@Row", "@Pipeline", "@Flow({})", "@Column(name = \"x\")", "@Config", "@BatchSize(5)");
        List<String> lines = lines(source);
        lines.add(random.nextInt(lines.size()), moved);
        return String.join("\n", lines);
    }),
    A_NUMBER_IS_ANOTHER(
            (source, random) -> replaceOne("\\b\\d+\\b", source, oneOf(random, "0", "-1", "64", "7"), random)),
    A_TEXT_IS_ANOTHER((source, random) -> replaceOne(
            "\"[^\"]*\"",
            source,
            oneOf(random, "\"\"", "\"../x\"", "\"1MiB\"", "\"parquet\"", "\"quarantine\"", "\"\\0\""),
            random)),
    A_KEYWORD_IS_ANOTHER((source, random) -> replaceOne(
            "\\b(record|interface|final class|enum|sealed|implements)\\b",
            source,
            oneOf(
                    random,
                    "record",
                    "interface",
                    "abstract class",
                    "class",
                    "enum",
                    "private record",
                    "@interface",
                    "static",
                    ""),
            random)),
    A_NAME_IS_ANOTHER((source, random) -> replaceOne(
            "\\b[a-z]\\w+\\b(?=[(,)])", source, oneOf(random, "x", "hashCode", "class", "\u00e4\u00f6", "_"), random)),
    SOMETHING_IS_PRIVATE(
            (source, random) -> replaceOne("\\b(record|final class|public)\\b", source, "private $0", random)),
    A_RECORD_IS_GENERIC((source, random) -> replaceOne("(?<=record \\w{1,30})(?=\\()", source, "<T>", random)),
    A_CHARACTER_IS_MISSING((source, random) -> {
        int index = random.nextInt(source.length());
        return source.substring(0, index) + source.substring(index + 1);
    }),
    TWO_LINES_ARE_SWAPPED((source, random) -> {
        List<String> lines = lines(source);
        int one = random.nextInt(lines.size());
        lines.add(random.nextInt(lines.size()), lines.remove(one));
        return String.join("\n", lines);
    });

    @SuppressWarnings("ImmutableEnumChecker") // lambdas that hold nothing
    private final BiFunction<String, RandomGenerator, String> change;

    Mutation(BiFunction<String, RandomGenerator, String> change) {
        this.change = change;
    }

    /** The source, broken; as it was where there is nothing in it that could be broken in this way. */
    String of(String source, RandomGenerator random) {
        return change.apply(source, random);
    }

    private static List<String> lines(String source) {
        return new ArrayList<>(source.lines().toList());
    }

    private static String oneOf(RandomGenerator random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static String any(String pattern, String source, RandomGenerator random) {
        List<MatchResult> found = find(pattern, source);
        return found.isEmpty() ? "" : found.get(random.nextInt(found.size())).group();
    }

    private static String replaceOne(String pattern, String source, String with, RandomGenerator random) {
        List<MatchResult> found = find(pattern, source);
        if (found.isEmpty()) {
            return source;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return source.substring(0, one.start()) + with.replace("$0", one.group()) + source.substring(one.end());
    }

    private static List<MatchResult> find(String pattern, String source) {
        return Pattern.compile(pattern).matcher(source).results().toList();
    }
}
