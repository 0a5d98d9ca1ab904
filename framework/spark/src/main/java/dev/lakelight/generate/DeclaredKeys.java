package dev.lakelight.generate;

import dev.lakelight.delta.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys that a table was declared with.
 *
 * @param primary columns of the primary key; empty without one
 * @param foreign keys to other tables
 */
record DeclaredKeys(List<List<String>> primary, List<Reference> foreign) {

    private static final Pattern PRIMARY = Pattern.compile("PRIMARY KEY \\((.+)\\)");
    private static final Pattern FOREIGN = Pattern.compile("FOREIGN KEY \\((.+?)\\) REFERENCES (\\S+)(?: \\((.+)\\))?");

    static DeclaredKeys of(TableDefinition definition) {
        List<List<String>> primary = new ArrayList<>();
        List<Reference> foreign = new ArrayList<>();

        for (String text : definition.declaredKeys().values()) {
            Matcher primaryKey = PRIMARY.matcher(text);
            Matcher foreignKey = FOREIGN.matcher(text);

            if (primaryKey.matches()) {
                primary.add(columns(primaryKey.group(1)));
            } else if (foreignKey.matches()) {
                List<String> target = foreignKey.group(3) == null ? List.of() : columns(foreignKey.group(3));
                foreign.add(new Reference(columns(foreignKey.group(1)), foreignKey.group(2), target));
            }
        }

        return new DeclaredKeys(primary, foreign);
    }

    private static List<String> columns(String list) {
        return List.of(list.split(", "));
    }
}
