package dev.lakelight.python;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks a Python which it is. It does not import PySpark, which takes a second. */
final class PythonProbe {

    private static final int LIMIT_SECONDS = 30;

    /** Old enough for Python 2, which has to be told from 3. */
    private static final String SCRIPT = """
            import sys
            found = {}
            try:
                from importlib.util import find_spec
                spark = find_spec('pyspark')
                if spark and find_spec('py4j'):
                    exec(open(spark.origin.replace('__init__.py', 'version.py')).read(), found)
            except Exception:
                pass
            print(sys.executable)
            print('%d.%d.%d' % sys.version_info[:3])
            print(found.get('__version__', ''))
            """;

    private PythonProbe() {}

    /** Return what a command is, or nothing when it is no Python 3. */
    static Optional<PythonInstallation> ask(String... command) {
        try {
            return answer(command);
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<PythonInstallation> answer(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();

        try (OutputStream script = process.getOutputStream()) {
            script.write(SCRIPT.getBytes(StandardCharsets.US_ASCII));
        }

        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }

        return process.exitValue() == 0
                ? read(new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()))
                : Optional.empty();
    }

    /** Read three lines: file, version, version of PySpark or nothing. */
    static Optional<PythonInstallation> read(String answer) {
        List<String> lines = answer.lines().map(String::strip).toList();

        if (lines.size() < 2 || !lines.get(1).startsWith("3.")) {
            return Optional.empty();
        }

        String pyspark = lines.size() < 3 || lines.get(2).isEmpty() ? null : lines.get(2);
        return Optional.of(new PythonInstallation(lines.get(0), lines.get(1), pyspark));
    }
}
