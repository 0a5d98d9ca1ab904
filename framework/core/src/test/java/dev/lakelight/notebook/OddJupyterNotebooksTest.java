package dev.lakelight.notebook;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** JSON that is well-formed, with anything in any place. */
class OddJupyterNotebooksTest {

    private static final String NOTEBOOK = "{\"nbformat\": 4, \"cells\": %s, \"metadata\": %s, \"other\": %s}";

    @Property(tries = 3000)
    void oddStructuresAreReadOrRejectedWithAPlace(@ForAll("notebooks") String json) {
        MutatedNotebooksTest.requireReadOrRejected(json.getBytes(StandardCharsets.UTF_8), "notebook.ipynb");
    }

    @Provide
    Arbitrary<String> notebooks() {
        return Combinators.combine(cells(), values(), values()).as(NOTEBOOK::formatted);
    }

    private Arbitrary<String> cells() {
        Arbitrary<String> shape = Arbitraries.of(
                "%s",
                "[%s]",
                "[{\"cell_type\": \"code\", \"source\": %s}]",
                "[{\"cell_type\": \"markdown\", \"source\": \"a\"}, {\"cell_type\": %s}]",
                "[{\"cell_type\": \"code\", \"source\": [\"%%sql\\n\"], \"metadata\": %s}]");
        return Combinators.combine(shape, values()).as(String::formatted);
    }

    private Arbitrary<String> values() {
        return Arbitraries.lazyOf(this::leaves, this::leaves, this::arrays, this::objects);
    }

    private Arbitrary<String> leaves() {
        return Arbitraries.of(
                "4",
                "-1",
                "1e999",
                "true",
                "null",
                "[]",
                "{}",
                "\"\"",
                "\"code\"",
                "\"sql\"",
                "\"%run\"",
                "\"%run ./a $b=\"",
                "\"SELECT 1\\n\"",
                "\"\\ud83d\"",
                "[\"%sql\\n\", \"SELECT 1\"]");
    }

    private Arbitrary<String> arrays() {
        return values().list().ofMaxSize(3).map(list -> "[" + String.join(", ", list) + "]");
    }

    private Arbitrary<String> objects() {
        Arbitrary<String> key = Arbitraries.of(
                "nbformat",
                "cells",
                "metadata",
                "cell_type",
                "source",
                "language",
                "language_info",
                "kernelspec",
                "name",
                "widgets",
                "widgetInfo",
                "defaultValue",
                "title",
                "showTitle",
                "application/vnd.databricks.v1+notebook",
                "application/vnd.databricks.v1+cell");
        return Combinators.combine(key, values())
                .as((name, value) -> "\"%s\": %s".formatted(name, value))
                .list()
                .ofMaxSize(4)
                .map(members -> "{" + String.join(", ", members) + "}");
    }
}
