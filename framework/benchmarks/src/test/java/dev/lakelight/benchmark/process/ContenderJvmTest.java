package dev.lakelight.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("CPU time is told for all ended processes of this JVM together")
@Timeout(60)
class ContenderJvmTest {

    /** Two figures, each cut to ticks of 10 ms. */
    private static final Duration ROUNDING = Duration.ofMillis(20);

    @TempDir
    private Path directory;

    @Test
    void tellsWallAndCpuTime() {
        ProcessRun run = run(Busy.class, "300");

        assertThat(run.values("turns")).containsExactly(7L);
        assertThat(run.cpu()).isGreaterThan(Duration.ofMillis(300).minus(ROUNDING));
        assertThat(run.passed()).isPositive().isLessThan(run.wall());
    }

    @Test
    void runsInAnEmptyFolderThatIsGoneAfterwards() throws IOException {
        run(Busy.class, "0");

        try (var left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void refusesOneThatFails() {
        assertThatThrownBy(() -> run(Failing.class, "3"))
                .isInstanceOf(EnvironmentError.class)
                .hasMessage("'Failing' did not pass; its exit code is 3. The last lines that it wrote:\n  no luck");
    }

    @Test
    void refusesOneThatEndsWithoutHavingPassed() {
        assertThatThrownBy(() -> run(Failing.class, "0"))
                .isInstanceOf(EnvironmentError.class)
                .hasMessage("'Failing' did not pass; its exit code is 0. The last lines that it wrote:\n  no luck");
    }

    private ProcessRun run(Class<?> main, String argument) {
        JvmSetup jvm = new JvmSetup(List.of("-XX:TieredStopAtLevel=1"), RuntimeClassPath.ofThisJvm());
        return new ContenderJvm(directory)
                .run(new Contender(main.getSimpleName(), jvm, main.getName(), List.of(argument)));
    }

    static final class Busy {

        public static void main(String[] arguments) throws IOException {
            Duration wanted = Duration.ofMillis(Long.parseLong(arguments[0]));
            Files.writeString(Path.of("left-behind"), "");
            while (ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElse(wanted)
                            .compareTo(wanted)
                    < 0) {
                Thread.onSpinWait();
            }
            Milestone.reach("turns", 7);
            Milestone.passed();
            Milestone.end();
        }
    }

    static final class Failing {

        public static void main(String[] arguments) {
            System.out.println("no luck");
            System.exit(Integer.parseInt(arguments[0]));
        }
    }
}
