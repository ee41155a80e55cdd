package dev.batchwright;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lines of cells below headings, in columns that are as wide as they have to be. Used by one thread. */
final class TextTable {

    private final List<List<String>> lines = new ArrayList<>();
    private final Set<Integer> textColumns;

    /**
     * Begins a table.
     *
     * @param textColumns the columns that begin at the left; numbers end at the right
     */
    TextTable(List<String> headings, Set<Integer> textColumns) {
        this.textColumns = textColumns;
        lines.add(headings);
    }

    void add(List<String> cells) {
        lines.add(cells);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < line.size(); column++) {
                row.append(pad(line.get(column), width(column), textColumns.contains(column)))
                        .append("  ");
            }
            text.append(row.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private int width(int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    private static String pad(String cell, int width, boolean left) {
        String space = " ".repeat(width - cell.length());
        return left ? cell + space : space + cell;
    }
}
