package dev.lakelight.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadOnlyJGitTest {

    @TempDir
    Path directory;

    @Test
    void leavesNoTraceInTheRepositoryAndTheUsersHome() throws Exception {
        Path home = Files.createDirectory(directory.resolve("home"));

        try (GitSandbox git = GitSandbox.withCommit(directory.resolve("project"))) {
            git.write("first.sql", "SELECT 2").write("untracked.sql", "SELECT 3");
        }

        Map<String, String> before = filesWithTimes(directory);
        String answer = askInAFreshJvm(home);

        assertThat(answer).startsWith("main@").endsWith("(dirty)");
        assertThat(filesWithTimes(directory)).isEqualTo(before);
    }

    /** What the fresh JVM runs: JGit remembers what it measured, so this one cannot show it. */
    static final class Asking {

        public static void main(String[] arguments) {
            System.out.print(BranchFacts.of(BranchQuery.of(Path.of(arguments[0]), Map.of()))
                    .label());
        }
    }

    private String askInAFreshJvm(Path home) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Asking.class.getName(),
                directory.resolve("project").toString());
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_") || name.startsWith("XDG_"));
        builder.environment().put("HOME", home.toString());
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static Map<String, String> filesWithTimes(Path directory) throws IOException {
        Map<String, String> times = new TreeMap<>();

        try (Stream<Path> files = Files.walk(directory)) {
            files.forEach(file -> times.put(directory.relativize(file).toString(), time(file)));
        }

        return times;
    }

    private static String time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
