package dev.lakelight.workspace.job;

import java.util.function.Supplier;

/**
 * Where people look at runs.
 *
 * @param url where clients reach the workspace; known when it has started
 */
record RunPages(Supplier<String> url) {

    String url(long runId) {
        return "%s/runs/%d".formatted(url.get(), runId);
    }
}
