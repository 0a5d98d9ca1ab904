package dev.lakelight.workspace.cluster;

import java.util.Map;

/**
 * Why a cluster was terminated, on the wire.
 *
 * @param code in the words of the API
 * @param type whether that is as it should be, and whose fault it is otherwise
 * @param parameters names with values, such as who has asked for it
 */
record Termination(String code, Type type, Map<String, String> parameters) {

    private static final String MESSAGE = "databricks_error_message";

    /** Whether a termination is as it should be. */
    enum Type {
        SUCCESS,
        CLIENT_ERROR,
        SERVICE_FAULT
    }

    Termination {
        parameters = Map.copyOf(parameters);
    }

    static Termination byUser(String user) {
        return new Termination("USER_REQUEST", Type.SUCCESS, Map.of("username", user));
    }

    static Termination idle(long minutes) {
        return new Termination("INACTIVITY", Type.SUCCESS, Map.of("inactivity_duration_min", String.valueOf(minutes)));
    }

    static Termination jobFinished() {
        return new Termination("JOB_FINISHED", Type.SUCCESS, Map.of());
    }

    static Termination notStarted(String message) {
        return new Termination("SPARK_STARTUP_FAILURE", Type.CLIENT_ERROR, Map.of(MESSAGE, message));
    }

    static Termination driverDied(String message) {
        return new Termination("DRIVER_UNREACHABLE", Type.SERVICE_FAULT, Map.of(MESSAGE, message));
    }

    static Termination workspaceEnded() {
        return new Termination(
                "CLOUD_PROVIDER_SHUTDOWN",
                Type.SERVICE_FAULT,
                Map.of(MESSAGE, "The workspace was stopped, or has ended, while the cluster was running."));
    }

    /** Return what people are told. */
    String message() {
        return switch (code) {
            case "USER_REQUEST" -> "Terminated by %s.".formatted(parameters.get("username"));
            case "INACTIVITY" ->
                "Terminated after %s minutes without work.".formatted(parameters.get("inactivity_duration_min"));
            case "JOB_FINISHED" -> "The run that the cluster was made for has ended.";
            default -> parameters.getOrDefault(MESSAGE, code);
        };
    }
}
