package dev.lakelight.workspace;

import java.util.List;

/** Processes of drivers on this machine. */
final class DriverProcesses {

    private DriverProcesses() {}

    /** Return those of a cluster, whoever has started them: its folder is in their command line. */
    static List<ProcessHandle> of(String clusterId) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains(clusterId + "/arguments"))
                .toList();
    }
}
