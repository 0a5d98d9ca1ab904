package dev.lakelight.launch;

import java.nio.file.Path;
import java.util.List;

/** Where the output of a forked JVM goes. */
sealed interface ProcessOutput permits FileOutput, LineOutput, SecretFreeFile {

    void redirect(ProcessBuilder command);

    void follow(Process process);

    /** Wait, bounded, until what was written before the process ended has arrived. */
    void drain() throws InterruptedException;

    String tail(int lines);

    List<Path> files();
}
