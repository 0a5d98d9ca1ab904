package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import net.jqwik.api.statistics.Statistics;

class NotebookPropertiesTest {

    @Property
    void builtNotebooksAreReadAsTheyWereWritten(
            @ForAll NotebookLanguage language,
            @ForAll("names") String name,
            @ForAll("cells") List<Tuple3<String, String, String>> cells) {
        NotebookBuilder builder = Notebook.builder(language);
        cells.forEach(cell -> add(builder, cell));

        Notebook built = builder.build(name);
        Notebook read = NotebookReader.read(NotebookWriter.write(built), built.file());

        assertThat(read).isEqualTo(built);
        assertThat(read.cells()).extracting(Cell::text).containsExactlyElementsOf(textsOf(cells));
    }

    /** Any text at all: what a format could not give back, it does not take. */
    @Property(tries = 3000)
    void anyTextComesBackOrIsNotTaken(
            @ForAll NotebookLanguage language, @ForAll("names") String name, @ForAll("anyCells") List<CellText> cells) {
        NotebookBuilder builder = Notebook.builder(language);
        cells.forEach(cell -> cell.addTo(builder));

        Optional<Notebook> taken = builtOrRefused(builder, name);
        Statistics.collect(taken.isPresent());
        Statistics.coverage(both -> both.check(true).percentage(share -> share > 20 && share < 95));
        taken.ifPresent(built -> {
            Notebook read = NotebookReader.read(NotebookWriter.write(built), built.file());
            assertThat(read).isEqualTo(built);
            assertThat(read.cells())
                    .extracting(
                            cell -> new CellText(cell.language(), cell.title().orElse(""), cell.text()))
                    .isEqualTo(cells);
        });
    }

    private static Optional<Notebook> builtOrRefused(NotebookBuilder builder, String name) {
        try {
            return Optional.of(builder.build(name));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** A cell as it is asked for. */
    record CellText(String language, String title, String text) {

        private void addTo(NotebookBuilder builder) {
            if (!title.isEmpty()) {
                builder.title(title);
            }

            builder.cell(language, text);
        }
    }

    @Provide
    Arbitrary<List<CellText>> anyCells() {
        Arbitrary<String> languages = Arbitraries.of("sql", "python", "scala", "md", "fs", "unheard-of");
        return Combinators.combine(languages, anyText(), anyText())
                .as(CellText::new)
                .list()
                .ofMaxSize(4);
    }

    private static Arbitrary<String> anyText() {
        Arbitrary<String> telling = Arbitraries.of(
                "\n",
                "\r",
                "\r\n",
                "# COMMAND ----------",
                "-- COMMAND ----------",
                "// COMMAND ----------",
                "# MAGIC %sql",
                "-- MAGIC",
                "// DBTITLE 1,x",
                "%",
                "%md ",
                "\uFEFF",
                "\uD83D",
                "\u2028");
        return Arbitraries.oneOf(telling, Arbitraries.strings().ofMaxLength(6))
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }

    @Property
    void notebooksAreWrittenByteForByte(@ForAll NotebookLanguage language, @ForAll("fileTexts") String text) {
        String source =
                language.header() + text.replace("#", language.separator().split(" ")[0]);
        byte[] content = source.getBytes(StandardCharsets.UTF_8);

        Notebook notebook = NotebookReader.read(content, "notebook." + language.extension());

        assertThat(NotebookWriter.write(notebook)).isEqualTo(content);
        assertThat(notebook.cells())
                .allSatisfy(cell -> assertThat(source.split("\r?\n", -1)[cell.line() - 1])
                        .endsWith(firstLineWithText(cell.text())));
    }

    private static String firstLineWithText(String text) {
        return Stream.of(text.split("\n", -1))
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
    }

    @Property
    void replacedTextsAreRead(
            @ForAll NotebookLanguage language,
            @ForAll("names") String name,
            @ForAll("cells") List<Tuple3<String, String, String>> cells,
            @ForAll("texts") String text) {
        NotebookBuilder builder = Notebook.builder(language);
        cells.forEach(cell -> add(builder, cell));
        Notebook built = builder.build(name);

        for (Cell cell : built.cells()) {
            String next = cell.language().equals("pip") ? "install b" : text;
            Notebook changed = built.withText(cell, next);

            assertThat(changed.cells().get(cell.number() - 1).text()).isEqualTo(next);
            assertThat(changed.withText(changed.cells().get(cell.number() - 1), cell.text()))
                    .isEqualTo(built);
        }
    }

    static void add(NotebookBuilder builder, Tuple3<String, String, String> cell) {
        if (!cell.get2().isEmpty()) {
            builder.title(cell.get2());
        }

        builder.cell(cell.get1(), cell.get3());
    }

    private static List<String> textsOf(List<Tuple3<String, String, String>> cells) {
        return cells.stream().map(Tuple3::get3).toList();
    }

    @Provide
    Arbitrary<List<Tuple3<String, String, String>>> cells() {
        Arbitrary<String> languages =
                Arbitraries.of("sql", "java", "md", "md-sandbox", "run", "python", "scala", "r", "pip");
        Arbitrary<String> titles = Arbitraries.of("", "Title", "1,2 %\u00e9", " ");
        return Combinators.combine(languages, titles, texts())
                .as((language, title, text) -> Tuple.of(language, title, language.equals("pip") ? "install a" : text))
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> lines = Arbitraries.of(
                "",
                " ",
                "\t",
                "SELECT 1;",
                "  x = 'y' ",
                "-- comment",
                "# comment",
                "// comment",
                "%md",
                "%",
                "%pip install a",
                "!ls",
                "%%time",
                "\"quoted\\\"",
                "\u0001",
                "MAGIC",
                "COMMAND ----------",
                "\u00e9\uD83D\uDE00",
                "\r in the middle");
        return lines.list().ofMaxSize(6).map(list -> String.join("\n", list));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("notebook", "notebook.ipynb");
    }

    @Provide
    Arbitrary<String> fileTexts() {
        return Arbitraries.of(
                        "\n",
                        "\r\n",
                        "\n\n",
                        "# COMMAND ----------",
                        "# MAGIC",
                        "# MAGIC ",
                        "%md",
                        "%sql x",
                        "# DBTITLE 1,",
                        "# DBTITLE 0,",
                        " ",
                        "SELECT",
                        "\t",
                        "\r",
                        "\u00e9",
                        "\uFEFF")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }
}
