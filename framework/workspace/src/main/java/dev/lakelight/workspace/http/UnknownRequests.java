package dev.lakelight.workspace.http;

import java.util.ArrayList;
import java.util.List;

/** Requests that no operation answers. Tests assert that there are none, so that nothing is missing unseen. */
public final class UnknownRequests {

    /** More are counted only. */
    private static final int MOST = 1000;

    private final List<UnknownRequest> requests = new ArrayList<>();
    private long count;

    synchronized void add(UnknownRequest request) {
        count++;

        if (requests.size() < MOST) {
            requests.add(request);
        }
    }

    /** Return how many there were since the start. */
    public synchronized long count() {
        return count;
    }

    /** Return the first thousand, in order. */
    public synchronized List<UnknownRequest> list() {
        return List.copyOf(requests);
    }

    /**
     * A request that no operation answers.
     *
     * @param path without query
     * @param userAgent what the client calls itself
     */
    public record UnknownRequest(String verb, String path, String userAgent) {}
}
