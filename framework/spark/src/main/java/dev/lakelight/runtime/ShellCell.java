package dev.lakelight.runtime;

import dev.lakelight.dbutils.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a {@code %sh} cell in the working folder of its run, where users have allowed it: a shell reaches everything that they do.
 * As on Databricks, only {@code %sh -e} fails with its command.
 */
final class ShellCell {

    static final String PROPERTY = "lakelight.notebook.sh";
    static final Duration LIMIT = Duration.ofMinutes(10);

    /** What a command has left running may hold its output open. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final String FAIL_OPTION = "-e";
    private static final List<Path> SHELLS = List.of(Path.of("/bin/bash"), Path.of("/bin/sh"));

    private final Path folder;
    private final CellPlace place;
    private final String text;

    /** Create it for the text of the cell, or of a command in it. */
    ShellCell(Path folder, CellPlace place, String text) {
        this.folder = folder;
        this.place = place;
        this.text = text;
    }

    void run() {
        if (!Boolean.getBoolean(PROPERTY)) {
            throw RunErrors.shellOff(place);
        }

        boolean fails = text.strip().startsWith(FAIL_OPTION)
                && (text.strip().length() == 2
                        || Character.isWhitespace(text.strip().charAt(2)));
        int exitCode = run(fails ? text.strip().substring(2) : text, fails);

        if (exitCode != 0 && fails) {
            throw RunErrors.shellFailed(place, exitCode);
        }

        if (exitCode != 0) {
            System.out.println("[exit code %d]".formatted(exitCode));
        }
    }

    private int run(String script, boolean fails) {
        Process process = start(script, fails);
        Thread reader = new Thread(() -> print(process.getInputStream()), "output of %sh");
        reader.setDaemon(true);
        reader.start();

        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw RunErrors.shellTooSlow(place, LIMIT);
            }

            reader.join(GRACE.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledRun();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(String script, boolean fails) {
        Path shell =
                SHELLS.stream().filter(Files::isExecutable).findFirst().orElseThrow(() -> RunErrors.noShell(place));
        List<String> command = new ArrayList<>(List.of(shell.toString()));

        if (fails) {
            command.add(FAIL_OPTION);
        }

        command.addAll(List.of("-c", script));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(Secrets::isSecret);

        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + shell, e);
        }
    }

    private static void print(InputStream in) {
        try {
            in.transferTo(System.out);
            System.out.flush();
        } catch (IOException closed) {
            // The shell was ended; what it had said is there.
        }
    }
}
