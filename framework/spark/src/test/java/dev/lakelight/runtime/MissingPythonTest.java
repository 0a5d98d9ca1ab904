package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the property that it sets is read whenever Python starts")
class MissingPythonTest {

    private static final String PROPERTY = "lakelight.python";

    @RegisterExtension
    final TestLake lake = new TestLake();

    @BeforeEach
    void nameAPythonThatIsNotThere() {
        System.setProperty(PROPERTY, "/no/such/python");
    }

    @AfterEach
    void forget() {
        System.clearProperty(PROPERTY);
    }

    @Test
    void failsTheCellThatNeedsIt() {
        lake.notebook("python.sql", """
                -- MAGIC %python

                -- COMMAND ----------

                -- MAGIC %python 1 + 1""");

        assertThat(lake.run("python").failure().orElseThrow())
                .hasMessage("python.sql:6 (cell 2) failed: Cannot run python in python.sql:6 (cell 2): the property"
                        + " lakelight.python is '/no/such/python', which cannot be started or is no Python 3. Name the"
                        + " file of a Python 3 that has PySpark.");
    }
}
