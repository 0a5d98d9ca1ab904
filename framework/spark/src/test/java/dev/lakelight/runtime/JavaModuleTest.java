package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.ModuleRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JavaModuleTest {

    @RegisterExtension
    final TestLake lake = new TestLake();

    /** As a user writes it. */
    public static final class WritesTable {

        public static void main(String[] args) {
            SparkSession spark = SparkSession.builder().appName("gold").getOrCreate();
            spark.sql("CREATE SCHEMA gold");
            spark.sql("CREATE TABLE gold.args AS SELECT '" + String.join(",", args) + "' AS args, "
                    + spark.conf().get("spark.sql.shuffle.partitions") + " AS partitions");
            System.out.println("wrote gold.args");
            spark.stop();
        }
    }

    public static final class Fails {

        public static void main(String[] args) throws IOException {
            throw new IOException("no network");
        }
    }

    public static final class HasNoMain {}

    public static final class HasOtherMain {

        public void main(String[] args) {}

        static int main(String arg) {
            return arg.length();
        }
    }

    @Test
    void runsMainWithASessionOfTheLake() {
        NotebookRun run = lake.notebooks().runClass(WritesTable.class.getName(), "a", "${lake.name}");

        assertThat(run.failure()).isEmpty();
        assertThat(lake.rows("SELECT * FROM gold.args")).containsExactly("[a,runtime,2]");
        assertThat(run.record().parameters())
                .containsExactly(Map.entry("args[0]", "a"), Map.entry("args[1]", "runtime"));
        CellRun main = run.record().cells().get(0);
        assertThat(main.code()).isEqualTo("WritesTable.main(a, runtime)");
        assertThat(main.text()).isEqualToNormalizingNewlines("wrote gold.args\n");
    }

    @Test
    void appliesSettingsOfAConfiguration() {
        Configuration small =
                new Configuration("small", Map.of("day", "x"), Map.of("spark.sql.shuffle.partitions", "9"), List.of());

        NotebookRun run = lake.notebooks().runClass(WritesTable.class.getName(), small, List.of());

        assertThat(run.failure()).isEmpty();
        assertThat(run.record().configuration()).isEqualTo("small");
        assertThat(lake.rows("SELECT partitions FROM gold.args")).containsExactly("[9]");
    }

    @Test
    void handsOutWhatMainThrew() {
        NotebookRun run = lake.notebooks().runClass(Fails.class.getName());

        assertThat(run.failure()).containsInstanceOf(IOException.class);
        assertThat(run.record().problem().message()).isEqualTo("no network");
        assertThat(run.record().problem().type()).isEqualTo("java.io.IOException");
        assertThat(run.record().cells().get(0).status()).isEqualTo(CellRun.Status.FAILED);
    }

    @Test
    void restoresTheActiveSession() {
        SparkSession before = SparkSession.active();

        lake.notebooks().runClass(Fails.class.getName());

        assertThat(SparkSession.active()).isSameAs(before);
    }

    @Test
    void saysThatThereIsNoClass() {
        assertThatThrownBy(() -> lake.notebooks().runClass("com.acme.Gold"))
                .isInstanceOf(UserError.class)
                .hasMessage("There is no class 'com.acme.Gold' on the class path."
                        + " Correct the name; it is written with its package.");
    }

    @Test
    void saysThatThereIsNoMain() {
        String nothing = HasNoMain.class.getName();
        String other = HasOtherMain.class.getName();

        assertThatThrownBy(() -> lake.notebooks().runClass(nothing))
                .isInstanceOf(UserError.class)
                .hasMessage("The class " + nothing + " has no 'public static void main(String[])',"
                        + " and no other method of that name. Add it, or name another class.");
        assertThatThrownBy(() -> lake.notebooks().runClass(other))
                .isInstanceOf(UserError.class)
                .hasMessage("The class " + other + " has no 'public static void main(String[])', but public void "
                        + other + ".main(java.lang.String[]), static int " + other
                        + ".main(java.lang.String). Add it, or name another class.");
    }

    @Test
    void refusesSettingsThatASessionCannotChange() {
        Configuration bad = new Configuration("bad", Map.of(), Map.of("spark.executor.memory", "9g"), List.of());
        lake.notebook("a.sql", "SELECT 1");

        assertThatThrownBy(() -> lake.notebooks().run("a.sql", bad))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("Cannot set spark.executor.memory to '9g' for the run: ");
    }

    @Test
    void tellsItsListenersOfEveryRun() {
        List<ModuleRun> first = new ArrayList<>();
        List<ModuleRun> second = new ArrayList<>();
        lake.notebook("a.sql", "SELECT 1");
        Notebooks notebooks = lake.notebooks().onRun(first::add).onRun(second::add);

        notebooks.run("a.sql");
        notebooks.runClass(Fails.class.getName());

        assertThat(first).extracting(ModuleRun::module).containsExactly("a.sql", Fails.class.getName());
        assertThat(second).isEqualTo(first);
    }
}
