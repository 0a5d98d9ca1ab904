package dev.lakelight.workspace.api;

/**
 * Which request it is and whom it is from.
 *
 * @param requestId unique
 * @param path as sent, without query
 * @param userAgent what the client calls itself; empty when it does not say
 */
public record RequestOrigin(String requestId, String verb, String path, String userAgent, String address) {}
