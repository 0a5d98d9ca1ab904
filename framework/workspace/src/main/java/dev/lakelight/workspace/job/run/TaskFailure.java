package dev.lakelight.workspace.job.run;

import dev.lakelight.workspace.job.store.TerminationCode;

/** A task or run that cannot be run at all, and whose fault that is. */
final class TaskFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final TerminationCode code;

    TaskFailure(TerminationCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    TaskFailure(TerminationCode code, String message) {
        super(message);
        this.code = code;
    }

    TerminationCode code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
