package dev.lakelight.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MutatedNotebooksTest {

    /** Nobody waits that long, but a busy machine may pause. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Property(tries = 3000)
    void mutatedJupyterBytesAreReadOrRejectedWithAPlace(
            @ForAll("jupyterTexts") String text, @ForAll("changes") List<ByteChange> changes) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);

        for (ByteChange change : changes) {
            content = change.applyTo(content);
        }

        requireReadOrRejected(content, "notebook.ipynb");
    }

    /** Require that the bytes are a notebook, or rejected with line and column, and that neither takes forever. */
    static void requireReadOrRejected(byte[] content, String file) {
        assertTimeoutPreemptively(LONGEST, () -> {
            try {
                Notebook notebook = NotebookReader.read(content, file);
                assertThat(NotebookWriter.write(notebook)).isEqualTo(content);
                requireUsable(notebook, content);
            } catch (NotebookFormatException e) {
                assertThat(e.line()).isPositive();
                assertThat(e.column()).isPositive();
                assertThat(e).hasMessageStartingWith("%s:%d:%d ".formatted(file, e.line(), e.column()));
            }
        });
    }

    /** What could be read has its cells in the file, and they can be run or say why not. */
    private static void requireUsable(Notebook notebook, byte[] content) {
        long lines = new String(content, StandardCharsets.UTF_8)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;

        assertThat(notebook.cells())
                .allSatisfy(cell -> assertThat(cell.line()).isBetween(1, (int) lines))
                .filteredOn(cell -> cell.language().equals("run"))
                .allSatisfy(cell -> requireCommandOrPlace(notebook, cell));
    }

    private static void requireCommandOrPlace(Notebook notebook, Cell cell) {
        try {
            assertThat(RunCommand.in(notebook, cell).path()).isNotEmpty();
        } catch (NotebookFormatException e) {
            assertThat(e.line()).isGreaterThanOrEqualTo(cell.line());
        }
    }

    @Property
    void mutatedBytesAreReadOrRejectedWithAPlace(
            @ForAll NotebookLanguage language,
            @ForAll("fileTexts") String text,
            @ForAll("changes") List<ByteChange> changes) {
        byte[] content = (language.header() + text).getBytes(StandardCharsets.UTF_8);

        for (ByteChange change : changes) {
            content = change.applyTo(content);
        }

        requireReadOrRejected(content, "notebook." + language.extension());
    }

    @Provide
    Arbitrary<String> jupyterTexts() {
        Arbitrary<String> built = new NotebookPropertiesTest().cells().map(cells -> {
            NotebookBuilder builder = Notebook.builder(NotebookLanguage.PYTHON);
            cells.forEach(cell -> NotebookPropertiesTest.add(builder, cell));
            return Notebooks.write(builder.build("notebook.ipynb"));
        });
        return Arbitraries.oneOf(built, Arbitraries.just(JupyterNotebooks.DATABRICKS));
    }

    @Provide
    Arbitrary<List<ByteChange>> changes() {
        return Combinators.combine(
                        Arbitraries.of(ByteChange.Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.bytes())
                .as(ByteChange::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<String> fileTexts() {
        return new NotebookPropertiesTest().fileTexts();
    }
}
