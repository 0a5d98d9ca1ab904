package dev.lakelight.workspace.api;

import dev.lakelight.workspace.api.Route.Operation;
import java.util.Map;

/** Remembers what was asked for and what became of it. */
@FunctionalInterface
public interface Auditor {

    /** Remember it; when this returns it is kept even if the process is killed. */
    void record(Attempt attempt);

    /**
     * Something that a caller has tried.
     *
     * @param user who it was; empty when nobody was logged in
     * @param parameters what it was tried on: names, paths and ids, never contents or secrets
     * @param status of the answer
     * @param error what the caller was told; empty when it went well
     */
    record Attempt(
            RequestOrigin origin,
            Operation operation,
            String user,
            Map<String, String> parameters,
            int status,
            String error) {}
}
