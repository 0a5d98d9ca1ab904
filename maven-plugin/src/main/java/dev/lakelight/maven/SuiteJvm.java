package dev.lakelight.maven;

import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.verdict.RunFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The JVM that runs the suite.
 *
 * @param classPath with a JUnit launcher on it
 * @param jvmOptions in order
 * @param environment variables beside those of this build
 * @param workingDirectory the project's base directory
 * @param timeout after which it is stopped
 */
record SuiteJvm(
        List<Path> classPath,
        List<String> jvmOptions,
        Map<String, String> environment,
        Path workingDirectory,
        Duration timeout) {

    private static final int LAST_LINES = 20;

    /**
     * Run the suite to its end, or until the time is up or this thread is interrupted. No process is left behind.
     *
     * @throws EnvironmentError when the JVM cannot start, or ends before the suite has begun
     */
    RunFacts run(SuiteFiles files, Consumer<String> log) {
        files.request().toFile().deleteOnExit();

        try (SuiteOutput output = SuiteOutput.to(files.output(), log);
                ForkedJvm jvm = start(files, output)) {
            OptionalInt exitCode = jvm.waitFor(timeout);

            if (exitCode.isEmpty()) {
                return RunFacts.timedOut(timeout);
            }
            if (!Files.exists(files.eventLog())) {
                throw endedEarly(exitCode.getAsInt(), jvm.outputTail(LAST_LINES));
            }
            return RunFacts.ended(exitCode.getAsInt());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return RunFacts.cancelled();
        } finally {
            files.removeRequest();
        }
    }

    private ForkedJvm start(SuiteFiles files, Consumer<String> output) {
        return ForkedJvm.builder()
                .classPath(classPath)
                .jvmOptions(jvmOptions)
                .environment(environment)
                .workingDirectory(workingDirectory)
                .argumentFile(files.jvmArguments())
                .mainClass(SuiteRequirements.SUITE_MAIN)
                .arguments(List.of(files.request().toString()))
                .outputTo(output)
                .start();
    }

    private static EnvironmentError endedEarly(int exitCode, String lastWords) {
        return new EnvironmentError("The suite JVM ended with exit code %d before the suite began. Its last words:\n%s"
                .formatted(exitCode, lastWords));
    }
}
