package dev.lakelight.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.EnvironmentError;
import org.junit.jupiter.api.Test;

class PythonInstallationTest {

    private static final String OR = "or name another one with -Dlakelight.python=/path/to/python3.";

    private static PythonInstallation with(String pyspark) {
        return new PythonInstallation("/usr/bin/python3", "3.11.7", pyspark);
    }

    @Test
    void saysWhatToInstallWhereThereIsNoPySpark() {
        assertThatThrownBy(() -> with(null).require("4.2.0"))
                .isInstanceOf(EnvironmentError.class)
                .hasMessage("/usr/bin/python3 (Python 3.11.7) has no PySpark. Install it with"
                        + " '/usr/bin/python3 -m pip install pyspark==4.2.0', " + OR);
    }

    @Test
    void refusesAnotherMajorVersion() {
        assertThatThrownBy(() -> with("3.5.1").require("4.2.0"))
                .hasMessage(
                        "/usr/bin/python3 (Python 3.11.7) has PySpark 3.5.1, and the cluster runs Spark 4.2.0. Install"
                                + " it with '/usr/bin/python3 -m pip install pyspark==4.2.0', " + OR);
    }

    @Test
    void takesAnotherMinorVersionWithoutItsFunctions() {
        with("4.1.3").require("4.2.0");

        assertThat(with("4.1.3").runsFunctions("4.2.0")).isFalse();
        assertThat(with("4.2.1").runsFunctions("4.2.0")).isTrue();
    }

    @Test
    void saysWhatToDoWithoutPython() {
        assertThat(PythonMessages.nonePresent("4.2.0"))
                .hasMessage("neither python3 nor python on the PATH is a Python 3. Install Python 3, and PySpark with"
                        + " 'python3 -m pip install pyspark==4.2.0', " + OR);
    }

    @Test
    void readsWhatAPythonTellsOfItself() {
        assertThat(PythonProbe.read("/usr/bin/python3\n3.11.7\n4.2.0\n")).contains(with("4.2.0"));
        assertThat(PythonProbe.read("C:\\py\\python.exe\r\n3.12.1\r\n\r\n"))
                .contains(new PythonInstallation("C:\\py\\python.exe", "3.12.1", null));
        assertThat(PythonProbe.read("/usr/bin/python\n2.7.18\n\n")).isEmpty();
        assertThat(PythonProbe.read("")).isEmpty();
        assertThat(PythonProbe.ask("/no/such/python")).isEmpty();
    }
}
