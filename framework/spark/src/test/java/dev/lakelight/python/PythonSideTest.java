package dev.lakelight.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Python side does without PySpark. Needs a Python. */
class PythonSideTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        PythonFiles.write(folder);
    }

    /** Run a script that finds our modules, and return what it prints. */
    private String python(String script) throws IOException, InterruptedException {
        Optional<PythonInstallation> python = Stream.of("python3", "python")
                .flatMap(command -> PythonProbe.ask(command).stream())
                .findFirst();
        assumeTrue(python.isPresent(), "there is no Python");
        Process process = new ProcessBuilder(python.orElseThrow().command(), "-B", "-")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();

        try (OutputStream in = process.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }

        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed.replace("\r\n", "\n");
    }

    @Test
    void isPython() throws Exception {
        assertThat(python("""
                import glob
                files = glob.glob("lakelight/*.py")
                for file in files:
                    compile(open(file).read(), file, "exec")
                print(len(files))
                """)).isEqualTo(PythonFiles.MODULES.size() + "\n");
    }

    @Test
    void turnsLinesForTheKernelIntoCallsAndLeavesThemWhereTheyAre() throws Exception {
        assertThat(python("""
                from lakelight import lines
                print(lines.as_python('''%%time
                %pip install a \\\\
                  b
                if x:
                  %time y = f()
                  !ls -l
                z = 7 \\\\
                 % 4'''))
                """)).isEqualTo("""
                get_ipython().run_cell_magic('time', '')
                get_ipython().run_line_magic('pip', 'install a b')

                if x:
                  y = f()
                  get_ipython().system('ls -l')
                z = 7 \\
                 % 4
                """);
    }

    @Test
    void showsTheLastValueAndSaysWhereItFailed() throws Exception {
        assertThat(python("""
                from lakelight import cells
                running = cells.Cells({"__name__": "__main__", "cells": cells})
                def run(text, line=1, is_file=False):
                    outcome = running.run(cells.Source(text, "a.py (cell 1)", line, is_file))
                    print(outcome.kind, outcome.type, outcome.message.replace("\\n", "|"), outcome.line)
                run("x = 'a'\\nx")
                run("x;")
                run("  y = 1\\n  y")
                run("def f():\\n  return 1 / 0\\n\\nf()", 10)
                run("x = (1\\ny", 5)
                run("import sys; sys.exit(0)")
                run("import sys; sys.exit(0)", is_file=True)
                run("import sys; sys.exit(3)", is_file=True)
                run("try:\\n  raise cells.NotebookExit('done')\\nexcept Exception:\\n  pass")
                """)).isEqualTo("""
                'a'
                ok   0
                ok   0
                1
                ok   0
                error ZeroDivisionError division by zero 11
                syntax SyntaxError SyntaxError: '(' was never closed|    x = (1|        ^ 5
                error SystemExit 0. A notebook is ended by dbutils.notebook.exit 1
                quit   0
                error SystemExit sys.exit(3) 1
                exit  done 0
                """);
    }
}
