package dev.lakelight.junit.testbed;

import dev.lakelight.difference.JobRunMessages;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.SourceLocation;

/** A job failed that was to succeed. The message tells which of its tasks did not, and why. */
public final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private JobFailedException(String message) {
        super(message);
    }

    /** Create an exception for a failed run which a file asked for. */
    public static JobFailedException of(JobRun run, SourceLocation askedFor) {
        return new JobFailedException(JobRunMessages.failed(run, askedFor));
    }
}
