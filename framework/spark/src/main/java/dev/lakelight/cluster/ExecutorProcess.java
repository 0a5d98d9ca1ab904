package dev.lakelight.cluster;

import dev.lakelight.launch.ForkedJvm;
import java.nio.file.Path;

/**
 * One executor process.
 *
 * @param id Spark's executor id
 * @param jvm its process
 * @param log file with all that it writes
 */
record ExecutorProcess(String id, ForkedJvm jvm, Path log) {

    private static final int OUTPUT_LINES = 30;

    String output() {
        return jvm.outputTail(OUTPUT_LINES);
    }

    LostExecutor lost(int exitCode) {
        return new LostExecutor(id, jvm.pid(), exitCode, output(), log);
    }
}
