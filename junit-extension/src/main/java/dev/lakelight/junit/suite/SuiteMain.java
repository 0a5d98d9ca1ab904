package dev.lakelight.junit.suite;

import dev.lakelight.junit.testbed.RunRecorder;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.EventLogWriter;
import dev.lakelight.secret.SecretFreeOutput;
import dev.lakelight.suite.SuiteRequest;
import dev.lakelight.suite.SuiteRequestFile;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a suite in this JVM and leaves an event log. The only argument is the path of a {@link SuiteRequest} in JSON.
 *
 * <p>The exit code is 0 when the suite came to its end, whatever its tests did, and 2 when it could not be run or its
 * environment broke down; the event log then says why.
 */
public final class SuiteMain {

    private static final int DONE = 0;
    private static final int BROKEN = 2;
    private static final String RECORDING =
            "Expected tables were recorded, because lakelight.record is true. Review and commit them, and run again without it.";

    private SuiteMain() {}

    /** Run the suite and end the JVM, threads that tests have left behind included. */
    public static void main(String[] arguments) {
        SecretFreeOutput.install();
        SuiteConsole console = SuiteConsole.standard();
        int code;

        try {
            SuiteRequest request = SuiteRequestFile.read(requestFile(arguments));
            SystemProperties.set(request);
            code = run(request, console);
        } catch (RuntimeException | Error e) {
            console.broken(e);
            code = BROKEN;
        }

        console.flush();
        System.exit(code);
    }

    /** Run a suite; return the exit code. */
    static int run(SuiteRequest request, SuiteConsole console) {
        try (EventLogWriter log = EventLogWriter.create(request.eventLog())) {
            log.suiteStarted(Instant.now(), Versions.current());

            if (Boolean.parseBoolean(request.properties().get("lakelight.record"))) {
                log.breakdown(RECORDING);
            }

            return run(request, log, console);
        }
    }

    private static int run(SuiteRequest request, EventLogWriter log, SuiteConsole console) {
        SuiteListener listener = new SuiteListener(request.baseDirectory(), log, console);

        try {
            execute(request, listener);
        } catch (RuntimeException | Error e) {
            listener.breakdown(e);
        }

        log.suiteFinished(Instant.now());
        return listener.environmentIsBroken() ? BROKEN : DONE;
    }

    /** The recording and the heartbeat end with the run, whichever way that ends. */
    @SuppressWarnings("try")
    private static void execute(SuiteRequest request, SuiteListener listener) {
        try (RunRecorder.Installation recording = RunRecorder.install(listener.recorder());
                LauncherSession session = LauncherFactory.openSession();
                Heartbeat heartbeat = Heartbeat.start(listener::tellWhatRuns)) {
            session.getLauncher().execute(SuiteSelection.of(request), listener);
        }
    }

    private static Path requestFile(String[] arguments) {
        if (arguments.length != 1) {
            throw new EnvironmentError(
                    "The suite JVM takes one argument, the path of the suite request, but was given %d."
                            .formatted(arguments.length));
        }

        return Path.of(arguments[0]);
    }
}
