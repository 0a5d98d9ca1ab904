package dev.lakelight.maven;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The git program in the folder of a project, whatever the user has configured. */
record ItGit(ItProject project) {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GIT_CONFIG_NOSYSTEM", "1",
            "GIT_CONFIG_GLOBAL", "no-such-file",
            "GIT_AUTHOR_NAME", "Newcomer",
            "GIT_AUTHOR_EMAIL", "newcomer@example.com",
            "GIT_COMMITTER_NAME", "Newcomer",
            "GIT_COMMITTER_EMAIL", "newcomer@example.com");

    static ItGit in(ItProject project) {
        return new ItGit(project);
    }

    /** Skip the test where there is no git. */
    static void assumeInstalled() {
        boolean installed;
        try {
            installed = new ProcessBuilder("git", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            installed = false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assumeTrue(installed, "the git program is not installed");
    }

    void run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(arguments);
        try {
            Process process = start(command);
            String output = new String(process.getInputStream().readAllBytes());

            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(command + ": " + output);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(command + " cannot be run", e);
        }
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.directory().toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().putAll(ENVIRONMENT);
        return builder.start();
    }
}
