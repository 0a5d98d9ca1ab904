package dev.lakelight.databricks.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header line of a CSV file.
 *
 * @param names of the columns
 * @param types one for each column when all cells have one, or none
 */
record CsvHeader(List<String> names, List<String> types) {

    private static final Pattern TYPED = Pattern.compile("([^:<]+):\\s*([A-Za-z_]\\w*\\s*(?:[(<].*)?)");

    static CsvHeader of(String[] cells) {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();

        for (String cell : cells) {
            Matcher typed = TYPED.matcher(String.valueOf(cell));

            if (!typed.matches()) {
                return new CsvHeader(plain(cells), List.of());
            }

            names.add(typed.group(1));
            types.add(typed.group(2).strip());
        }

        return new CsvHeader(names, types);
    }

    private static List<String> plain(String[] cells) {
        List<String> names = new ArrayList<>();

        for (String cell : cells) {
            names.add(cell == null ? "" : cell);
        }

        return names;
    }
}
