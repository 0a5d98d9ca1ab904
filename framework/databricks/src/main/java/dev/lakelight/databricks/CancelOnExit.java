package dev.lakelight.databricks;

/** Cancels a run when this JVM is ended while it is under way, by Ctrl-C for example. */
final class CancelOnExit implements AutoCloseable {

    private final Thread hook;

    private CancelOnExit(Thread hook) {
        this.hook = hook;
    }

    static CancelOnExit of(Submission submission) {
        Thread hook = new Thread(submission::cancel, "lakelight-cancel");
        Runtime.getRuntime().addShutdownHook(hook);
        return new CancelOnExit(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            return; // The hook is running.
        }
    }
}
