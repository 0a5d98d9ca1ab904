package dev.lakelight.workspace.api;

import java.util.List;

/** Operations that belong together. */
@FunctionalInterface
public interface Topic {

    /** Return all its routes. */
    List<Route> routes();
}
