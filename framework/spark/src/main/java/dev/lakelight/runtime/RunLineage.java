package dev.lakelight.runtime;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Which run it is, and which runs wait for it.
 *
 * @param id unique in this JVM
 * @param rootId of the run that no notebook called
 * @param depth number of notebooks that wait for this one
 */
record RunLineage(long id, long rootId, int depth) {

    private static final AtomicLong LAST = new AtomicLong();

    static RunLineage root() {
        long id = LAST.incrementAndGet();
        return new RunLineage(id, id, 0);
    }

    RunLineage child() {
        return new RunLineage(LAST.incrementAndGet(), rootId, depth + 1);
    }
}
