package dev.lakelight.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.secret.KnownSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ForkedJvmTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path directory;

    @Test
    void handsOnArgumentsOptionsFolderAndEnvironmentUnharmed() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("with 'spaces' and \"quotes\" #1"));
        List<String> odd =
                List.of("", "two words", "\"quoted\"", "back\\slash", "a\tb", "@file", "#no", "*", "$HOME", "'");
        Path output = folder.resolve("out.log");

        try (ForkedJvm jvm = echo(odd)
                .jvmOptions(List.of("-Decho=a \"b\" \\c"))
                .environment(Map.of("ECHO", "e f"))
                .workingDirectory(folder)
                .argumentFile(folder.resolve("arguments"))
                .outputTo(output)
                .start()) {
            assertThat(jvm.waitFor(LONG)).hasValue(0);
        }

        assertThat(output)
                .content()
                .contains(odd.stream()
                        .map(argument -> "argument " + argument + "\n")
                        .toList())
                .contains("property a \"b\" \\c\n", "folder " + folder.toRealPath() + "\n", "variable e f\n", "done\n");
    }

    @Test
    void runsClassesFromFoldersWithSpaces() throws Exception {
        Path classes = directory.resolve("my classes");
        Path file = Path.of(Echo.class.getName().replace('.', '/') + ".class");
        Files.createDirectories(classes.resolve(file).getParent());
        Files.copy(testClasses().resolve(file), classes.resolve(file));

        try (ForkedJvm jvm = echo(List.of()).classPath(List.of(classes)).start()) {
            assertThat(jvm.waitFor(LONG)).hasValue(0);
        }
    }

    @Test
    void handsOnEachLineAndTheExitCode() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        try (ForkedJvm jvm = echo(List.of("fail")).outputTo(lines::add).start()) {
            assertThat(jvm.waitFor(LONG)).hasValue(7);
            assertThat(jvm.outputTail(1)).isEqualTo("variable null");
        }

        assertThat(lines).contains("argument fail", "variable null");
    }

    @Test
    void keepsVariablesFromItThatItIsToldTo() throws Exception {
        String own = System.getenv().keySet().iterator().next();

        try (ForkedJvm jvm = echo(List.of("variable " + own, "variable ECHO"))
                .environment(Map.of("ECHO", "given"))
                .withholding(name -> name.equals(own) || name.equals("ECHO"))
                .start()) {
            assertThat(jvm.waitFor(LONG)).hasValue(0);
            assertThat(jvm.outputTail(8)).contains("%s=null".formatted(own), "ECHO=given");
        }
    }

    @Test
    void leavesSecretsOutOfWhatItWrites() throws Exception {
        Path log = directory.resolve("out.log");
        KnownSecrets.ofThisJvm().add("walrus-harbour-77");

        try (ForkedJvm jvm = echo(List.of("a walrus-harbour-77 b"))
                .environment(Map.of("ECHO", "walrus-harbour-77"))
                .secretFreeOutputTo(log)
                .start()) {
            assertThat(jvm.waitFor(LONG)).hasValue(0);
            assertThat(jvm.outputTail(2)).isEqualTo("variable [REDACTED]\ndone");
            assertThat(jvm.outputFiles()).containsExactly(log);
        }

        assertThat(log).content().startsWith("argument a [REDACTED] b").endsWith("done" + System.lineSeparator());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lists the open files of a process")
    void closesTheFileOfItsOutputWhenItHasEnded() throws Exception {
        Path log = directory.resolve("closed.log");

        try (ForkedJvm jvm = echo(List.of()).secretFreeOutputTo(log).start()) {
            assertThat(openFiles()).contains(log.toRealPath());
            assertThat(jvm.waitFor(LONG)).hasValue(0);
        }

        org.awaitility.Awaitility.await().until(() -> !openFiles().contains(log.toRealPath()));
    }

    private static List<Path> openFiles() throws Exception {
        try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors
                    .flatMap(descriptor -> {
                        try {
                            return Stream.of(Files.readSymbolicLink(descriptor));
                        } catch (IOException closedMeanwhile) {
                            return Stream.empty();
                        }
                    })
                    .toList();
        }
    }

    @Test
    void deletesItsArgumentFileWhenItHasEnded() throws Exception {
        Path arguments = directory.resolve("arguments");

        try (ForkedJvm jvm = echo(List.of()).argumentFile(arguments).start()) {
            assertThat(jvm.waitFor(LONG)).hasValue(0);
            jvm.onExit().get();
        }

        org.awaitility.Awaitility.await().until(() -> Files.notExists(arguments));
    }

    @Test
    void doesNotWaitLongerThanAsked() throws Exception {
        try (ForkedJvm jvm = echo(List.of("hang")).start()) {
            OptionalInt exit = jvm.waitFor(SHORT);

            assertThat(exit).isEmpty();
            assertThat(jvm.isAlive()).isTrue();
        }
    }

    @Test
    void tellsThatItWasKilled() throws Exception {
        try (ForkedJvm jvm = echo(List.of("hang")).start()) {
            ProcessHandle.of(jvm.pid()).orElseThrow().destroyForcibly();

            assertThat(jvm.waitFor(LONG)).hasValue(137);
        }
    }

    @Test
    void endsGrandchildrenThatDoNotWantTo() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        ForkedJvm jvm =
                echo(List.of("spawn", "grandchild")).outputTo(lines::add).start();
        ProcessHandle grandchild = ProcessHandle.of(pidOf("grandchild", lines)).orElseThrow();

        jvm.destroy(SHORT);

        assertThat(jvm.isAlive()).isFalse();
        assertThat(grandchild.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void endsGrandchildrenOfAJvmThatWasKilled() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        ForkedJvm jvm =
                echo(List.of("spawn", "grandchild")).outputTo(lines::add).start();
        ProcessHandle grandchild = ProcessHandle.of(pidOf("grandchild", lines)).orElseThrow();
        assertThat(jvm.waitFor(SHORT)).isEmpty();

        ProcessHandle.of(jvm.pid()).orElseThrow().destroyForcibly();
        jvm.waitFor(LONG);
        jvm.destroy(SHORT);

        assertThat(grandchild.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void endsWithTheJvmThatStartedIt() throws Exception {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        ForkedJvm parent = jvm(Forker.class, List.of(directory.toString()))
                .outputTo(lines::add)
                .start();
        ProcessHandle child = ProcessHandle.of(pidOf("child", lines)).orElseThrow();

        ProcessHandle.of(parent.pid()).orElseThrow().destroy();

        assertThat(child.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void saysWhichJavaCannotBeStarted() {
        Path nowhere = directory.resolve("no-jdk");

        assertThatThrownBy(() -> echo(List.of()).javaHome(nowhere).start())
                .isInstanceOf(EnvironmentError.class)
                .hasMessageStartingWith(
                        "Cannot start a JVM with " + nowhere.resolve("bin").resolve("java") + ": ");
    }

    /** A main class that forks another and hangs. */
    static final class Forker {

        private Forker() {}

        public static void main(String[] arguments) throws Exception {
            ForkedJvm child = ForkedJvm.builder()
                    .classPath(RuntimeClassPath.ofThisJvm())
                    .mainClass(Echo.class.getName())
                    .arguments(List.of("hang"))
                    .argumentFile(Path.of(arguments[0], "child-arguments"))
                    .outputTo(line -> {})
                    .start();
            System.out.println("child " + child.pid());
            Thread.sleep(600_000);
        }
    }

    private ForkedJvmBuilder echo(List<String> arguments) {
        return jvm(Echo.class, arguments);
    }

    private ForkedJvmBuilder jvm(Class<?> main, List<String> arguments) {
        return ForkedJvm.builder()
                .classPath(RuntimeClassPath.ofThisJvm())
                .mainClass(main.getName())
                .arguments(arguments)
                .argumentFile(directory.resolve("arguments"))
                .outputTo(directory.resolve("out.log"));
    }

    private static Path testClasses() throws Exception {
        return Path.of(
                Echo.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static long pidOf(String what, BlockingQueue<String> lines) throws InterruptedException {
        while (true) {
            String line = lines.poll(30, TimeUnit.SECONDS);
            assertThat(line).as("a line telling the process id").isNotNull();
            if (line.startsWith(what + " ")) {
                return Long.parseLong(line.substring(what.length() + 1));
            }
        }
    }
}
