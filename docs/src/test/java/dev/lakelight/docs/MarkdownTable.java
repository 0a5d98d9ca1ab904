package dev.lakelight.docs;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Node;

/** A table as text, without its marks. */
record MarkdownTable(List<String> columns, List<List<String>> rows) {

    static MarkdownTable of(TableBlock block) {
        List<List<String>> rows = new ArrayList<>();
        for (Node part = block.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(cells(row));
            }
        }
        return new MarkdownTable(rows.get(0), rows.subList(1, rows.size()));
    }

    private static List<String> cells(Node row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(Chapter.text(cell).strip());
        }
        return cells;
    }

    List<String> column(String name) {
        int index = columns.indexOf(name);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    String cell(List<String> row, String column) {
        return row.get(columns.indexOf(column));
    }
}
