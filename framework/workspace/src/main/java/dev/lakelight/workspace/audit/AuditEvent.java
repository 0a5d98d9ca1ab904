package dev.lakelight.workspace.audit;

import java.util.Map;

/**
 * Something that someone has changed, or tried to, or a login.
 *
 * @param id ascending
 * @param eventTime milliseconds since 1970
 * @param userName who it was; empty when nobody was logged in
 * @param serviceName which part of the workspace, such as {@code repos}
 * @param actionName what was done there, such as {@code updateRepo}
 * @param requestParams names, paths and ids; no contents, no secrets
 * @param statusCode HTTP status of the answer
 * @param errorMessage what the client was told; empty when it went well
 */
public record AuditEvent(
        long id,
        long eventTime,
        String requestId,
        String userName,
        String serviceName,
        String actionName,
        Map<String, String> requestParams,
        int statusCode,
        String errorMessage,
        String sourceAddress,
        String userAgent) {}
