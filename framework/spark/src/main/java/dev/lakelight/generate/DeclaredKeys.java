package dev.lakelight.generate;

import dev.lakelight.delta.TableDefinition;
import dev.lakelight.sql.StatementReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys that a table was declared with.
 *
 * @param primary columns of the primary key; empty without one
 * @param foreign keys to other tables
 */
record DeclaredKeys(List<List<String>> primary, List<Reference> foreign) {

    static DeclaredKeys of(TableDefinition definition) {
        List<List<String>> primary = new ArrayList<>();
        List<Reference> foreign = new ArrayList<>();

        for (String text : definition.declaredKeys().values()) {
            StatementReader key = StatementReader.of(text, "PRIMARY KEY (id), or FOREIGN KEY (id) REFERENCES t (id)");

            if (key.accept("PRIMARY", "KEY")) {
                primary.add(key.nameList());
            } else {
                foreign.add(reference(key));
            }
        }

        return new DeclaredKeys(primary, foreign);
    }

    private static Reference reference(StatementReader key) {
        key.require("FOREIGN", "KEY");
        List<String> columns = key.nameList();
        key.require("REFERENCES");
        String table = key.name();
        return new Reference(columns, table, key.atEnd() ? List.of() : key.nameList());
    }
}
