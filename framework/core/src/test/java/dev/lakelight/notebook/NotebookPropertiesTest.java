package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;

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
